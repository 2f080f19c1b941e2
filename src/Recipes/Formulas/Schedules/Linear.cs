using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Linear: the rate rises linearly during the warm-up, then falls linearly.</summary>
    /// <remarks>
    /// <para>
    /// In step k = 0, 1, … of n: (k + 1) / (u·n) while k &lt; u·n, at most 1; then 1 − (1 − μ) · (k/n − u) / (1 − u), with
    /// u = <c>warmup</c> and μ = <c>minimum</c>.
    /// </para>
    /// <para>
    /// Common for fine-tuning. As <c>Cosine</c> it wants a run of known length; it spends less of it at high rates.
    /// </para>
    /// <para>No warm-up and minimum 0 by default. The first step of a warm-up has rate 1/(u·n), not 0, so that no step is wasted.</para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <param name="minimum">The factor μ at the end.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding", 2019)]
    public static Scalar Linear(
        Progress t, RunSteps n, [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0, [Range(0, 1)] double minimum = 0)
    {
        Scalar fall = 1 - (1 - minimum) * AfterWarmUp(t, warmup);
        return WarmUp(t, n, warmup, fall);
    }
}
