using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Knee: the rate explores at its peak for a part of the run, then falls linearly.</summary>
    /// <remarks>
    /// <para>
    /// A rise, linear up to the fraction u of the run; then 1 up to the fraction e; then 1 − (1 − μ) · (t − e) / (1 − e), with u =
    /// <c>warmup</c>, e = <c>explore</c> and μ = <c>minimum</c>.
    /// </para>
    /// <para>
    /// For minima that lie wide, which many steps at a high rate find. The wrong choice for few steps, where <c>Cosine</c> begins to fall
    /// at once.
    /// </para>
    /// <para>
    /// e = 0.5: the paper explores for half of the run where nothing else is known. No warm-up by default. The first step of a warm-up has
    /// rate 1/(u·n), not 0, so that no step is wasted.
    /// </para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="explore">The fraction e of the run up to which the rate stays at its peak.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <param name="minimum">The factor μ at the end.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("Wide-minima Density Hypothesis and the Explore-Exploit Learning Rate Schedule", 2023)]
    public static Scalar Knee(
        Progress t, RunSteps n,
        [Range(0, 1, ExclusiveMaximum = true)] double explore = 0.5,
        [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0,
        [Range(0, 1)] double minimum = 0) =>
        WarmUp(t, n, warmup, 1 - (1 - minimum) * Max(0, t - explore) / (1 - explore));
}
