using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class GradientTransforms
{
    /// <summary>Adaptive gradient clipping: no unit's gradient is longer than a part of its weights.</summary>
    /// <remarks>
    /// <para>
    /// For each unit with weights w: g ← g·min(1, c·max(‖w‖, ε)/‖g‖), with c = <c>maximum</c>. What is no weight matrix is one unit.
    /// </para>
    /// <para>
    /// Lets networks without normalisation bear large batches and rates. The wrong choice for the last layer, which its authors leave out, and where
    /// weights start near 0 on purpose.
    /// </para>
    /// <para>As in the authors' code and <c>optax.adaptive_grad_clip</c>: ε = 10⁻³; the paper uses c = 0.01 for batches of 4,096 and up to 0.16 for small ones.</para>
    /// </remarks>
    /// <param name="g">Gradients [unit, incoming].</param>
    /// <param name="w">Weights [unit, incoming].</param>
    /// <param name="maximum">The greatest ratio c.</param>
    /// <param name="epsilon">The least norm ε of weights that counts.</param>
    /// <returns>The gradients for the optimizer [unit, incoming].</returns>
    [GradientTransform, Paper("High-Performance Large-Scale Image Recognition Without Normalization", 2021)]
    public static Row<Incoming> AdaptiveClip(
        Row<Incoming> g, Row<Incoming> w,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double maximum = 0.01,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-3)
    {
        Scalar allowed = maximum * Max(Norm(w), epsilon);
        // The bound below only keeps 0/0 out.
        return g * Min(1, allowed / Max(Norm(g), 1e-6));
    }
}
