using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>ASGD: gradient descent with a rate that falls by itself, whose weights are averaged from some step on.</summary>
    /// <remarks>
    /// <para>
    /// d = g + λ·w; ηₜ = η/(1 + δ·η·(t − 1))^α; w ← (1 − δ·ηₜ)·w − ηₜ·d; a ← a + (w − a)/max(1, t − 1 − t₀), t₀ a part of the run.
    /// </para>
    /// <para>
    /// Evaluation and the trained model use a. For convex problems and small models, where it is asymptotically optimal. The wrong choice beside a schedule
    /// that lowers the rate itself; <c>WeightAverage</c> works with any optimizer.
    /// </para>
    /// <para>
    /// Form of <c>torch.optim.ASGD</c>, with δ = <paramref name="rateDecay"/> (its lambd) and α = <paramref name="power"/>. There t₀ = 10⁶ steps,
    /// so that it never averages in short runs; here averaging starts at half of the run.
    /// </para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="a">The averaged weight [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="steps">Steps of the whole run.</param>
    /// <param name="rateDecay">How fast δ the rate falls; each step shrinks the weights by it, too.</param>
    /// <param name="power">The power α by which the rate falls.</param>
    /// <param name="start">The part of the run after which weights are averaged.</param>
    /// <param name="weightDecay">The factor λ of the weight in its gradient.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, Paper("Acceleration of Stochastic Approximation by Averaging", 1992)]
    public static Scalar Asgd(
        Scalar w, Scalar g, ref Averaged a, Rate lr, StepCount t, RunSteps steps,
        [Range(0, double.PositiveInfinity)] double rateDecay = 1e-4,
        [Range(0, 1)] double power = 0.75,
        [Range(0, 1)] double start = 0.5,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        Scalar d = g + weightDecay * w;
        Scalar rate = lr / Pow(1 + rateDecay * lr * (t - 1), power);
        Scalar moved = (1 - rateDecay * rate) * w - rate * d;
        a = a + (moved - a) / Max(1, t - 1 - start * steps);
        return moved;
    }
}
