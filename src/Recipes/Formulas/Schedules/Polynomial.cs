using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Polynomial: the rate falls along a power of what is left of the run.</summary>
    /// <remarks>
    /// <para>
    /// μ + (1 − μ) · (1 − s)^p, where s is how much is done of what comes after the warm-up, μ = <c>minimum</c> and p = <c>power</c>;
    /// before it a rise, linear up to the fraction u of the run.
    /// </para>
    /// <para>
    /// p &lt; 1 keeps the rate up and drops it late, p &gt; 1 drops it early. The wrong choice when early stopping is expected to end the
    /// run.
    /// </para>
    /// <para>
    /// p = 1, which is <c>Linear</c>, as <c>PolynomialLR</c> of PyTorch; the paper has 0.9. No warm-up by default. The first step of a
    /// warm-up has rate 1/(u·n), not 0, so that no step is wasted.
    /// </para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="power">The power p.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <param name="minimum">The factor μ at the end.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("ParseNet: Looking Wider to See Better", 2015)]
    public static Scalar Polynomial(
        Progress t, RunSteps n,
        [Range(0, 100)] double power = 1,
        [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0,
        [Range(0, 1)] double minimum = 0) =>
        WarmUp(t, n, warmup, minimum + (1 - minimum) * Pow(1 - AfterWarmUp(t, warmup), power));
}
