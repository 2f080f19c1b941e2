using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Hard sigmoid: the logistic function as three straight lines.</summary>
    /// <remarks>
    /// <para>min(1, max(0, x/6 + 1/2)); its derivative at ±3 is 0, as in PyTorch.</para>
    /// <para>A cheap gate for small devices. Beyond ±3 it has no gradient.</para>
    /// <para><c>torch.nn.Hardsigmoid</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value in [0, 1].</returns>
    [Activation, Paper("Searching for MobileNetV3", 2019)]
    public static Scalar Hardsigmoid(Scalar x) => Min(1, Max(0, x / 6 + 0.5));
}
