using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Lion: steps of one size in the direction of the sign of the momentum.</summary>
    /// <remarks>
    /// <para>w ← w − η · (sign(β₁·m + (1 − β₁)·g) + λ·w); then m ← β₂·m + (1 − β₂)·g.</para>
    /// <para>
    /// Half the memory of <c>AdamW</c>. Every weight moves by η, so it takes a rate 3 to 10 times smaller and a decay as many times
    /// larger. The wrong choice for small batches, whose signs are noise.
    /// </para>
    /// <para>β₁ = 0.9, β₂ = 0.99 and no decay, as in the paper and the authors' code.</para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="beta1">The share of m in the direction.</param>
    /// <param name="beta2">The share of m that is kept.</param>
    /// <param name="weightDecay">The share λ·η of the weight that a step takes away.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-6, 1e-3), Paper("Symbolic Discovery of Optimization Algorithms", 2023)]
    public static Scalar Lion(
        Scalar w, Scalar g, ref State m, Rate lr,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.99,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        Scalar direction = Sign(beta1 * m + (1 - beta1) * g);
        m = beta2 * m + (1 - beta2) * g;
        return w - lr * (direction + weightDecay * w);
    }
}
