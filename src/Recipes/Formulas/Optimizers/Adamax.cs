using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Adamax: Adam with the greatest recent gradient in place of the root of the mean square.</summary>
    /// <remarks>
    /// <para>
    /// d = g + λ·w; m ← β₁·m + (1 − β₁)·d; u ← max(β₂·u, |d| + ε); w ← w − η/(1 − β₁ᵗ) · m/u.
    /// </para>
    /// <para>
    /// Steady where single gradients are large and sparse, as in embeddings. The wrong choice where outliers are noise: one of them holds the step of its
    /// weight down for some 1/(1 − β₂) steps.
    /// </para>
    /// <para>Defaults and form are those of <c>torch.optim.Adamax</c>, whose usual rate is 0.002; the paper has no ε.</para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="u">The greatest recent size of the gradient [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">The share of u that is kept.</param>
    /// <param name="epsilon">Added to the gradient's size, against division by 0.</param>
    /// <param name="weightDecay">The factor λ of the weight in its gradient.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-6, 0.05), Paper("Adam: A Method for Stochastic Optimization", 2015)]
    public static Scalar Adamax(
        Scalar w, Scalar g, ref State m, ref State u, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.999,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        Scalar d = g + weightDecay * w;
        m = beta1 * m + (1 - beta1) * d;
        u = Max(beta2 * u, Abs(d) + epsilon);
        return w - lr / (1 - Pow(beta1, t)) * m / u;
    }
}
