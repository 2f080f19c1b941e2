using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>AdaBelief: long steps where gradients come as expected, short ones where they surprise.</summary>
    /// <remarks>
    /// <para>
    /// m ← β₁·m + (1 − β₁)·g; s ← β₂·s + (1 − β₂)·(g − m)² + ε; w ← w − η · (m̂ / (√ŝ + ε) + λ·w), with m̂ = m/(1 − β₁ᵗ), ŝ = s/(1 − β₂ᵗ).
    /// </para>
    /// <para>
    /// <c>AdamW</c> with the gradient's variance in place of its mean square: it steps faster along a steady slope. The wrong choice where a gradient is
    /// constant, as its variance is then 0 and ε alone decides the step.
    /// </para>
    /// <para>
    /// Form of the paper and of <c>optax.adabelief</c>, where ε = 10⁻¹⁶ in both places (the paper's 10⁻⁸ is too large for the inner one). Decay is
    /// decoupled, as in the authors' recommended setting; Optax's has none.
    /// </para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="s">Running mean of its squared deviation from m [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">The share of s that is kept.</param>
    /// <param name="epsilon">Added to s in every step and to its root.</param>
    /// <param name="weightDecay">The share λ·η of the weight that a step takes away.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-6, 0.05), Paper("AdaBelief Optimizer: Adapting Stepsizes by the Belief in Observed Gradients", 2020)]
    public static Scalar AdaBelief(
        Scalar w, Scalar g, ref State m, ref State s, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.999,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-16,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        m = beta1 * m + (1 - beta1) * g;
        s = beta2 * s + (1 - beta2) * Square(g - m) + epsilon;
        Scalar mean = m / (1 - Pow(beta1, t));
        Scalar variance = s / (1 - Pow(beta2, t));
        return w - lr * (mean / (Sqrt(variance) + epsilon) + weightDecay * w);
    }
}
