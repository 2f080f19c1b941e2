using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Inverse square root: the rate rises linearly, then falls with one over the root of the steps.</summary>
    /// <remarks>
    /// <para>min(k/w, √(w/k)) in step k = 1, 2, …, where w is the number of warm-up steps, at least 1.</para>
    /// <para>
    /// For transformers, and for runs without an end that is known: it depends on the length of the run only through the warm-up. Such runs
    /// end at a high rate; <c>Cosine</c> or a decay at the end (<c>WarmupStableDecay</c>) does better where the end is known.
    /// </para>
    /// <para>Warm-up over 4% of the run, the paper’s 4,000 of 100,000 steps. The paper’s factor √(1/width) belongs to the rate.</para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("Attention Is All You Need", 2017)]
    public static Scalar InverseSqrt(
        Progress t, RunSteps n, [Range(0, 1)] double warmup = 0.04)
    {
        Scalar step = t * n + 1;
        Scalar rising = Max(1, warmup * n);
        return Min(step / rising, Sqrt(rising / step));
    }
}
