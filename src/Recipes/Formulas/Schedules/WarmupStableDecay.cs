using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Warm-up, stable, decay: the rate rises, stays, and falls in the last part of the run.</summary>
    /// <remarks>
    /// <para>
    /// A rise, linear up to the fraction u of the run; then 1; in its last fraction d, of which s is done: μ + (1 − μ) · (1 − s^p), with u
    /// = <c>warmup</c>, d = <c>decay</c>, p = <c>power</c> and μ = <c>minimum</c>.
    /// </para>
    /// <para>
    /// For runs whose length is not decided beforehand: one long stable run can be ended at any point by a short decay. For a run of known
    /// length <c>Cosine</c> is simpler and about as good.
    /// </para>
    /// <para>
    /// p = 1/2, the shape 1 − √s, and a decay over 20% are what Hägele and others recommend (2024); p = 1 falls linearly, a trapezoid. The
    /// paper names the schedule and decays over 10%. Warm-up over 5%. The first step of a warm-up has rate 1/(u·n), not 0, so that no step
    /// is wasted.
    /// </para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <param name="decay">The fraction d of the run in which the rate falls.</param>
    /// <param name="power">The power p of the fall.</param>
    /// <param name="minimum">The factor μ at the end.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("MiniCPM: Unveiling the Potential of Small Language Models with Scalable Training Strategies", 2024)]
    public static Scalar WarmupStableDecay(
        Progress t, RunSteps n,
        [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0.05,
        [Range(0, 1, ExclusiveMinimum = true)] double decay = 0.2,
        [Range(0, 100, ExclusiveMinimum = true)] double power = 0.5,
        [Range(0, 1)] double minimum = 0)
    {
        Scalar done = Max(0, t - (1 - decay)) / decay;
        Scalar fall = minimum + (1 - minimum) * (1 - Pow(done, power));
        // The root of what rounding leaves at the start of the decay would show.
        return WarmUp(t, n, warmup, Where(Less(t, 1 - decay + 1e-9), 1, fall));
    }
}
