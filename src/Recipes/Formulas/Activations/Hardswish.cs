using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Hard swish: a value times its hard sigmoid, the cheap form of <c>Silu</c>.</summary>
    /// <remarks>
    /// <para>x · min(1, max(0, x/6 + 1/2)).</para>
    /// <para>For small devices. On a processor with a fast exponential <c>Silu</c> costs little more and is smooth.</para>
    /// <para><c>torch.nn.Hardswish</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value ≥ −0.375.</returns>
    [Activation, Paper("Searching for MobileNetV3", 2019)]
    public static Scalar Hardswish(Scalar x) => x * Min(1, Max(0, x / 6 + 0.5));
}
