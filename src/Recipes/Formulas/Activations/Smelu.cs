using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>SmeLU: the rectifier with a quadratic joint, which makes repeated trainings agree more.</summary>
    /// <remarks>
    /// <para>0 where x ≤ −β, (x + β)² / (4β) where |x| ≤ β, x where x ≥ β.</para>
    /// <para>Where predictions of two trainings should be alike. A larger β agrees more and, from some point on, predicts worse.</para>
    /// <para>β = 1, as in public TensorFlow code; PyTorch code of others takes 2.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="beta">The half-width β of the joint.</param>
    /// <returns>A value ≥ 0.</returns>
    [Technique("001-133", Part = "the form with other slopes and widths on its two sides")]
    [Activation, Paper("Smooth Activations and Reproducibility in Deep Networks", 2020)]
    public static Scalar Smelu(Scalar x, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double beta = 1) =>
        Where(LessOrEqual(Abs(x), beta), Square(x + beta) / (4 * beta), Max(0, x));
}
