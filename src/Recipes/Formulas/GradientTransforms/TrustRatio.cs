using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class GradientTransforms
{
    /// <summary>Trust ratio: each tensor's gradient gets a length in proportion to its weights.</summary>
    /// <remarks>
    /// <para>g ← κ·‖w‖/(‖g‖ + ε)·g, each norm over one tensor and no less than <c>minimum</c>; as it is where either is 0.</para>
    /// <para>
    /// With <c>Sgd</c> it is LARS without decay. The wrong choice before optimizers that scale by themselves: <c>Lamb</c> has the ratio where it
    /// belongs there, after the scaling.
    /// </para>
    /// <para>As <c>optax.scale_by_trust_ratio</c>: κ = 1, no least norm, ε = 0. LARS takes κ = 0.001.</para>
    /// </remarks>
    /// <param name="g">Gradient of one tensor [element].</param>
    /// <param name="w">Its weights [element].</param>
    /// <param name="coefficient">The factor κ.</param>
    /// <param name="minimum">The least norm that counts.</param>
    /// <param name="epsilon">Added to the gradient's norm.</param>
    /// <returns>The gradient for the optimizer [element].</returns>
    [GradientTransform, Paper("Large Batch Training of Convolutional Networks", 2017)]
    public static Row<Element> TrustRatio(
        Row<Element> g, Row<Element> w,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double coefficient = 1,
        [Range(0, double.PositiveInfinity)] double minimum = 0,
        [Range(0, double.PositiveInfinity)] double epsilon = 0)
    {
        Scalar length = Max(Norm(w), minimum);
        Scalar slope = Max(Norm(g), minimum);
        return Where(And(Greater(length, 0), Greater(slope, 0)), coefficient * length / (slope + epsilon), 1) * g;
    }
}
