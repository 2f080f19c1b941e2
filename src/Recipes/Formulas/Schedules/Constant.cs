using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Constant: the rate rises linearly during the warm-up, then stays.</summary>
    /// <remarks>
    /// <para>In step k = 0, 1, … of n: (k + 1) / (u·n) while k &lt; u·n, at most 1; then 1, with u = <c>warmup</c>.</para>
    /// <para>
    /// For a run that another thing ends, and for optimizers that find their own rate. Runs of known length end better with a rate that
    /// falls (<c>Cosine</c>).
    /// </para>
    /// <para>No warm-up by default. The first step of a warm-up has rate 1/(u·n), not 0, so that no step is wasted.</para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour", 2017)]
    public static Scalar Constant(
        Progress t, RunSteps n, [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0) =>
        WarmUp(t, n, warmup, 1);
}
