using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Adagrad: each weight's rate falls with all the gradients that it has had.</summary>
    /// <remarks>
    /// <para>
    /// d = g + λ·w; s ← s + d²; w ← w − η/(1 + (t − 1)·δ) · d/(√s + ε), with δ = <paramref name="rateDecay"/>. s starts at <paramref name="initial"/>.
    /// </para>
    /// <para>
    /// For sparse inputs, whose rare weights keep a high rate. The wrong choice for long runs of deep networks: s never shrinks, so that learning stops
    /// (<c>RmsProp</c>, <c>AdamW</c>).
    /// </para>
    /// <para>Defaults and form are those of <c>torch.optim.Adagrad</c>, whose usual rate is 0.01.</para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="s">Sum of the squared gradients [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="rateDecay">How fast the rate falls by itself; beside a schedule it is best left at 0.</param>
    /// <param name="weightDecay">The factor λ of the weight in its gradient.</param>
    /// <param name="initial">What the sum starts at.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-4, 1), Paper("Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", 2011)]
    public static Scalar Adagrad(
        Scalar w, Scalar g, ref State s, Rate lr, StepCount t,
        [Range(0, double.PositiveInfinity)] double rateDecay = 0,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0,
        [Range(0, double.PositiveInfinity)] double initial = 0,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-10)
    {
        Scalar d = g + weightDecay * w;
        s = s + Where(LessOrEqual(t, 1), initial, 0) + Square(d);
        return w - lr / (1 + (t - 1) * rateDecay) * d / (Sqrt(s) + epsilon);
    }
}
