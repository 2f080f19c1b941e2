using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Rectified linear unit that is cut off at 6.</summary>
    /// <remarks>
    /// <para>min(6, max(0, x)); its derivative at 0 and 6 is 0, as in PyTorch.</para>
    /// <para>For networks that are to be computed with few bits. Elsewhere the wrong choice: values beyond 6 have no gradient.</para>
    /// <para><c>torch.nn.ReLU6</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value in [0, 6].</returns>
    [Activation, Paper("Convolutional Deep Belief Networks on CIFAR-10", 2010)]
    public static Scalar Relu6(Scalar x) => Min(6, Max(0, x));
}
