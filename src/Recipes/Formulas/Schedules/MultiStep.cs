using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Multi-step decay: the rate falls by the same factor at up to four given moments.</summary>
    /// <remarks>
    /// <para>
    /// γ to the power of the milestones that are behind, with γ = <c>gamma</c>; before them a warm-up, linear up to the fraction u of the
    /// run.
    /// </para>
    /// <para>For a recipe whose paper names the moments. When they must be searched for, <c>Cosine</c> saves the search.</para>
    /// <para>
    /// γ = 0.1, as <c>MultiStepLR</c> of PyTorch; the first two milestones are the paper’s for CIFAR-10 (after 32,000 and 48,000 of 64,000
    /// steps), those at 1 never come. No warm-up by default. The first step of a warm-up has rate 1/(u·n), not 0, so that no step is
    /// wasted.
    /// </para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="first">The fraction of the run at which the rate falls first.</param>
    /// <param name="second">The fraction at which it falls again.</param>
    /// <param name="third">The fraction of a third drop.</param>
    /// <param name="fourth">The fraction of a fourth drop.</param>
    /// <param name="gamma">The factor γ of each drop.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("Deep Residual Learning for Image Recognition", 2016)]
    public static Scalar MultiStep(
        Progress t, RunSteps n,
        [Range(0, 1)] double first = 0.5,
        [Range(0, 1)] double second = 0.75,
        [Range(0, 1)] double third = 1,
        [Range(0, 1)] double fourth = 1,
        [Range(0, 1, ExclusiveMinimum = true)] double gamma = 0.1,
        [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0)
    {
        Scalar drops = Passed(t, first) + Passed(t, second) + Passed(t, third) + Passed(t, fourth);
        return WarmUp(t, n, warmup, Pow(gamma, drops));
    }

    /// <summary>1 from the milestone on, even if rounding put the fraction just below it; else 0.</summary>
    private static Scalar Passed(Scalar t, Scalar milestone) => Where(Less(t + 1e-9, milestone), 0, 1);
}
