using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Range test: the rate rises through the whole run, to see where the loss falls fastest and where it breaks.</summary>
    /// <remarks>
    /// <para>
    /// From σ in the first step to 1 in the last, linearly, or with <c>exponential</c> by the same factor in each step; σ = <c>start</c>.
    /// </para>
    /// <para>
    /// For a short run that finds a rate for the real one: the peak for <c>OneCycle</c> is a little below the rate at which the loss rises
    /// again. Not a schedule to keep weights from.
    /// </para>
    /// <para>Linear from 10⁻⁴ as in the paper; an exponential rise looks at small rates more closely.</para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="start">The factor σ in the first step.</param>
    /// <param name="exponential">Whether the rate grows by the same factor in each step.</param>
    /// <returns>The factor on the rate.</returns>
    [Technique("002-077", Part = "the run at the rates that were found (OneCycle)")]
    [Schedule, Paper("A Disciplined Approach to Neural Network Hyper-Parameters: Part 1", 2018)]
    public static Scalar RangeTest(
        Progress t, RunSteps n, [Range(0, 1, ExclusiveMinimum = true)] double start = 1e-4, bool exponential = false)
    {
        Scalar done = t * n / Max(1, n - 1);
        return exponential ? Pow(start, 1 - done) : start + (1 - start) * done;
    }
}
