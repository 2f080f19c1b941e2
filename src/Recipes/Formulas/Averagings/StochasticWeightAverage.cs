using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Averagings
{
    /// <summary>Stochastic weight averaging: the plain mean of the weights after each step of the last part of the run.</summary>
    /// <remarks>
    /// <para>a ← w until <paramref name="start"/> of the run is done; after that a ← a + (w − a)/n in the n-th step.</para>
    /// <para>
    /// With a rate that stays high in that part, the mean lies in a wider valley than any of the weights. The wrong choice with a rate that falls to 0,
    /// as all weights are then nearly the same, and from a start before training has settled.
    /// </para>
    /// <para>
    /// The equal mean of <c>torch.optim.swa_utils.AveragedModel</c>, over steps and not over epochs, so that it needs no schedule of its own; the paper starts
    /// at three quarters of the run.
    /// </para>
    /// </remarks>
    /// <param name="average">The average so far [element].</param>
    /// <param name="w">The weight after the step [element].</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="steps">Steps of the whole run.</param>
    /// <param name="start">The part of the run after which weights are averaged.</param>
    /// <returns>The new average [element].</returns>
    [Averaging, Paper("Averaging Weights Leads to Wider Optima and Better Generalization", 2018)]
    public static Scalar StochasticWeightAverage(Scalar average, Scalar w, StepCount t, RunSteps steps, [Range(0, 1, ExclusiveMaximum = true)] double start = 0.75)
    {
        Scalar count = Max(1, t - Floor(start * steps));
        return Where(LessOrEqual(count, 1), w, average + (w - average) / count);
    }
}
