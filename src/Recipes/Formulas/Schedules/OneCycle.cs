using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>One cycle: from a small rate up to the declared one and down to almost nothing, both along half a cosine.</summary>
    /// <remarks>
    /// <para>
    /// From 1/d in the first step to 1 in step p·n, then to 1/(d·f) in the last of the n steps, with p = <c>peakAt</c>,
    /// d = <c>divide</c>, f = <c>finalDivide</c>.
    /// </para>
    /// <para>
    /// For short runs at high rates with <c>Sgd</c>; the long rise also acts as a warm-up. The wrong choice when the run may end early.
    /// </para>
    /// <para>
    /// Defaults and form are those of <c>torch.optim.lr_scheduler.OneCycleLR</c> (two phases, cosine), which also moves the
    /// momentum; this does not. The declared rate is the peak. It is meant for runs of two steps or more.
    /// </para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="peakAt">The fraction p of the run at which the rate peaks.</param>
    /// <param name="divide">How many times smaller than the peak the first rate is.</param>
    /// <param name="finalDivide">How many times smaller than the first the last rate is.</param>
    /// <returns>The factor on the rate.</returns>
    [Technique("002-077", Part = "the test for a range of rates (RangeTest), and the momentum that moves against the rate (Ramp)")]
    [Schedule, Paper("Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates", 2018)]
    public static Scalar OneCycle(
        Progress t, RunSteps n,
        [Range(0, 1, ExclusiveMinimum = true, ExclusiveMaximum = true)] double peakAt = 0.3,
        [Range(1, double.PositiveInfinity)] double divide = 25,
        [Range(1, double.PositiveInfinity)] double finalDivide = 1e4)
    {
        Scalar step = t * n;
        Scalar peak = peakAt * n - 1;
        Scalar rise = HalfCosine(1 / divide, 1, step / peak);
        Scalar fall = HalfCosine(1, 1 / (divide * finalDivide), (step - peak) / (n - 1 - peak));
        return Where(Less(step, peak), rise, fall);
    }

    private static Scalar HalfCosine(Scalar from, Scalar to, Scalar done) =>
        to + (from - to) * (1 + Cos(Pi * done)) / 2;
}
