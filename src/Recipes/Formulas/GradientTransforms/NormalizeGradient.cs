using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class GradientTransforms
{
    /// <summary>Normalised gradient: all gradients together always have the same length.</summary>
    /// <remarks>
    /// <para>g ← c·g/(‖g‖ + ε), the norm over all parameters.</para>
    /// <para>
    /// With <c>Sgd</c> every step is η·c long, on plateaus and cliffs alike, so that the rate must fall for the run to end anywhere. The wrong
    /// choice before <c>AdamW</c> and its like, which scale by themselves.
    /// </para>
    /// <para>As <c>optax.normalize_by_update_norm</c>: c = 1, ε = 10⁻⁶.</para>
    /// </remarks>
    /// <param name="g">The gradient of a weight [element].</param>
    /// <param name="norm">The norm of all gradients.</param>
    /// <param name="length">The length c that they get.</param>
    /// <param name="epsilon">Added to the norm, against division by 0.</param>
    /// <returns>The gradient for the optimizer [element].</returns>
    [GradientTransform, Paper("Minimization of Unsmooth Functionals", 1969)]
    [Technique("000-005", Part = "the small start; the geometric fall of the rate is a schedule")]
    public static Scalar NormalizeGradient(
        Scalar g, GradientNorm norm,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double length = 1,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-6) => length * g / (norm + epsilon);
}
