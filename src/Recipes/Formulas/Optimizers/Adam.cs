using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Adam: steps in the scale of each weight's own gradients.</summary>
    /// <remarks>
    /// <para>
    /// d = g + λ·w; m ← β₁·m + (1 − β₁)·d; v ← β₂·v + (1 − β₂)·d²; w ← w − η · m̂ / (√v̂ + ε), with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
    /// </para>
    /// <para>
    /// Works with little tuning. With weight decay the wrong choice: the decay goes through the same scale, so that weights with large gradients hardly
    /// decay; <c>AdamW</c> mends that.
    /// </para>
    /// <para>Defaults and form are those of the paper and of <c>torch.optim.Adam</c>.</para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="v">Running mean of its square [element].</param>
    /// <param name="greatest">The greatest v so far, for AMSGrad [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">The share of v that is kept.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The factor λ of the weight in its gradient.</param>
    /// <param name="amsgrad">Whether the step is in the scale of the greatest v so far, which may not fall (AMSGrad).</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-6, 0.05), Paper("Adam: A Method for Stochastic Optimization", 2015)]
    public static Scalar Adam(
        Scalar w, Scalar g, ref State m, ref State v, ref State greatest, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.999,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0,
        bool amsgrad = false)
    {
        Scalar d = g + weightDecay * w;
        m = beta1 * m + (1 - beta1) * d;
        v = beta2 * v + (1 - beta2) * Square(d);
        Scalar mean = m / (1 - Pow(beta1, t));
        Scalar size = v;
        if (amsgrad)
        {
            greatest = Max(greatest, v);
            size = greatest;
        }

        Scalar meanSquare = size / (1 - Pow(beta2, t));
        return w - lr * mean / (Sqrt(meanSquare) + epsilon);
    }
}
