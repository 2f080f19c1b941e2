using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Hard shrinkage: values near 0 become 0, the others stay.</summary>
    /// <remarks>
    /// <para>0 where |x| ≤ λ, else x.</para>
    /// <para>For sparse codes. It jumps at ±λ, and a value inside has no gradient: between layers <c>Softshrink</c> trains better.</para>
    /// <para>λ = 0.5, as in <c>torch.nn.Hardshrink</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="lambda">The half-width λ of what becomes 0.</param>
    /// <returns>A value.</returns>
    [Activation, Paper("Ideal Spatial Adaptation by Wavelet Shrinkage", 1994)]
    public static Scalar Hardshrink(Scalar x, [Range(0, double.PositiveInfinity)] double lambda = 0.5) =>
        Where(LessOrEqual(Abs(x), lambda), 0, x);
}
