using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>A linear rise to 1 over the fraction <paramref name="warmup"/> of the run, and from there on <paramref name="then"/>.</summary>
    /// <remarks>The first step has rate 1/(u·n), not 0, so that no step is wasted.</remarks>
    private static Scalar WarmUp(Scalar t, Scalar n, Scalar warmup, Scalar then)
    {
        Scalar rise = Min(1, (t * n + 1) / (warmup * n));
        return Where(Less(t, warmup), rise, then);
    }

    /// <summary>How much is done of what comes after the warm-up.</summary>
    private static Scalar AfterWarmUp(Scalar t, Scalar warmup) => Max(0, t - warmup) / (1 - warmup);
}
