using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Exponential: the rate falls by the same factor in every step.</summary>
    /// <remarks>
    /// <para>
    /// μ^s, where s is how much is done of what comes after the warm-up, and μ = <c>end</c>; before it a rise, linear up to the fraction u
    /// of the run.
    /// </para>
    /// <para>
    /// Spends much of the run at small rates. The wrong choice for short runs, where <c>Cosine</c> or <c>Linear</c> keep the rate up for
    /// longer.
    /// </para>
    /// <para>
    /// μ = 0.01. <c>ExponentialLR</c> of PyTorch names the factor of one step, μ^(1/n). No warm-up by default. The first step of a warm-up
    /// has rate 1/(u·n), not 0, so that no step is wasted.
    /// </para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="end">The factor μ at the end.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("Going Deeper with Convolutions", 2015)]
    public static Scalar Exponential(
        Progress t, RunSteps n,
        [Range(0, 1, ExclusiveMinimum = true)] double end = 0.01,
        [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0) =>
        WarmUp(t, n, warmup, Pow(end, AfterWarmUp(t, warmup)));
}
