using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Reflected exponential: the rate falls slowly at first and fast at the end.</summary>
    /// <remarks>
    /// <para>
    /// μ + (1 − μ) · (1 − s) / (1 − s/2), where s is how much is done of what comes after the warm-up and μ = <c>minimum</c>; before it a
    /// rise, linear up to the fraction u of the run.
    /// </para>
    /// <para>
    /// Between <c>Linear</c> and a rate that stays up to the last; made for short budgets. Like all that end at 0 it wants a run of known
    /// length.
    /// </para>
    /// <para>No warm-up and minimum 0 by default. The first step of a warm-up has rate 1/(u·n), not 0, so that no step is wasted.</para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <param name="minimum">The factor μ at the end.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("REX: Revisiting Budgeted Training with an Improved Schedule", 2022)]
    public static Scalar Rex(
        Progress t, RunSteps n, [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0, [Range(0, 1)] double minimum = 0)
    {
        Scalar left = 1 - AfterWarmUp(t, warmup);
        return WarmUp(t, n, warmup, minimum + (1 - minimum) * left / (0.5 + 0.5 * left));
    }
}
