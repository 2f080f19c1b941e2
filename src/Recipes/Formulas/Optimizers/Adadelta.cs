using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Adadelta: steps in the scale of the steps before, so that the rate has no unit.</summary>
    /// <remarks>
    /// <para>
    /// d = g + λ·w; s ← ρ·s + (1 − ρ)·d²; δ = √(a + ε)/√(s + ε) · d; a ← ρ·a + (1 − ρ)·δ²; w ← w − η·δ.
    /// </para>
    /// <para>
    /// Made to be used with η = 1. It starts slowly, as a grows from 0: the wrong choice for short runs, and seldom better than a tuned <c>AdamW</c>.
    /// </para>
    /// <para>Defaults and form are those of <c>torch.optim.Adadelta</c>.</para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="s">Running mean of the squared gradient [element].</param>
    /// <param name="a">Running mean of the squared step [element].</param>
    /// <param name="lr">The learning rate η, commonly 1.</param>
    /// <param name="rho">The share ρ of the means that is kept.</param>
    /// <param name="epsilon">Added to the means; it sets the length of the first steps.</param>
    /// <param name="weightDecay">The factor λ of the weight in its gradient.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(0.05, 10), Paper("ADADELTA: An Adaptive Learning Rate Method", 2012)]
    public static Scalar Adadelta(
        Scalar w, Scalar g, ref State s, ref State a, Rate lr,
        [Range(0, 1, ExclusiveMaximum = true)] double rho = 0.9,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-6,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        Scalar d = g + weightDecay * w;
        s = rho * s + (1 - rho) * Square(d);
        Scalar step = Sqrt(a + epsilon) / Sqrt(s + epsilon) * d;
        a = rho * a + (1 - rho) * Square(step);
        return w - lr * step;
    }
}
