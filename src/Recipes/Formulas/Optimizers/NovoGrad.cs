using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>NovoGrad: momentum over gradients that are divided by the running length of the whole tensor's gradient.</summary>
    /// <remarks>
    /// <para>
    /// v ← β₂·v + (1 − β₂)·‖g‖², one number per tensor, ‖g‖² in the first step; m ← β₁·m + (g/(√v + ε) + λ·w); w ← w − η·m.
    /// </para>
    /// <para>
    /// Half the memory of <c>AdamW</c>, and robust against the scale of gradients. The wrong choice where weights of one tensor have gradients of very
    /// different size, as in embeddings.
    /// </para>
    /// <para>Form and defaults of <c>optax.novograd</c>: β₁ = 0.9, β₂ = 0.25 (the paper's later 0.98 and 0.95 are also seen), no decay.</para>
    /// </remarks>
    /// <param name="w">Weights of one tensor [element].</param>
    /// <param name="g">Their gradient [element].</param>
    /// <param name="m">The momentum [element].</param>
    /// <param name="v">Running mean of the gradient's squared length.</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">The share of v that is kept.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The factor λ of the weight in the momentum.</param>
    /// <returns>The new weights [element].</returns>
    [Optimizer, UsualRate(1e-5, 0.1), Paper("Stochastic Gradient Methods with Layer-wise Adaptive Moments for Training of Deep Networks", 2019)]
    public static Row<Element> NovoGrad(
        Row<Element> w, Row<Element> g, ref Row<Element> m, ref State v, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.25,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        Scalar square = Sum(Square(g));
        v = Where(LessOrEqual(t, 1), square, beta2 * v + (1 - beta2) * square);
        m = beta1 * m + (g / (Sqrt(v) + epsilon) + weightDecay * w);
        return w - lr * m;
    }
}
