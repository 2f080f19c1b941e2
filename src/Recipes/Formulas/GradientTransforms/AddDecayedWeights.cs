using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class GradientTransforms
{
    /// <summary>L2 decay: adds a part of each weight to its gradient.</summary>
    /// <remarks>
    /// <para>g ← g + λ·w, the gradient of λ/2·‖w‖²; biases, gains and learned numbers are left alone unless <c>DecayAll = true</c>.</para>
    /// <para>
    /// For optimizers without a decay of their own. The wrong choice before <c>Adam</c> and its like, which divide it by the gradient's size again: their
    /// own <c>WeightDecay</c>, where it is decoupled, is what their papers mean.
    /// </para>
    /// <para>As <c>optax.add_decayed_weights</c>. There is no default; 10⁻⁴ to 10⁻³ are common.</para>
    /// </remarks>
    /// <param name="g">The gradient of a weight [element].</param>
    /// <param name="w">The weight [element].</param>
    /// <param name="strength">The factor λ.</param>
    /// <returns>The gradient for the optimizer [element].</returns>
    [GradientTransform, Paper("A Simple Weight Decay Can Improve Generalization", 1991)]
    public static Scalar AddDecayedWeights(Scalar g, Scalar w, [Decay, Range(0, double.PositiveInfinity)] double strength) => g + strength * w;
}
