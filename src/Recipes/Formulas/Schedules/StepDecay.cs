using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Step decay: the rate falls by the same factor after each of equal parts of the run.</summary>
    /// <remarks>
    /// <para>
    /// γ^⌊t / e⌋ after the fraction t of the run, with e = <c>every</c> and γ = <c>gamma</c>; before it a warm-up, linear up to the
    /// fraction u.
    /// </para>
    /// <para>
    /// The old standard of image classification. It leaves the moments of the drops to be chosen; <c>Cosine</c> has nothing to choose and
    /// does as well.
    /// </para>
    /// <para>
    /// γ = 0.1, as <c>StepLR</c> of PyTorch, whose <c>step_size</c> is e·n steps; the rate drops three times, after 30, 60 and 90% of the
    /// run. No warm-up by default. The first step of a warm-up has rate 1/(u·n), not 0, so that no step is wasted.
    /// </para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="every">The fraction e of the run between two drops.</param>
    /// <param name="gamma">The factor γ of each drop.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("Aggregated Residual Transformations for Deep Neural Networks", 2017)]
    public static Scalar StepDecay(
        Progress t, RunSteps n,
        [Range(0, 1, ExclusiveMinimum = true)] double every = 0.3,
        [Range(0, 1, ExclusiveMinimum = true)] double gamma = 0.1,
        [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0)
    {
        // A fraction that rounding put just below a whole number of parts counts as that number.
        Scalar drops = Floor(t / every + 1e-9);
        return WarmUp(t, n, warmup, Pow(gamma, drops));
    }
}
