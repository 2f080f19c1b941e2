using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Schedules: the factor on the declared learning rate in the course of the run.</summary>
public static partial class Schedules
{
    /// <summary>Cosine: the rate rises linearly during the warm-up, then falls along half a cosine.</summary>
    /// <remarks>
    /// <para>
    /// In step k = 0, 1, … of n: (k + 1) / (u·n) while k &lt; u·n, at most 1; then μ + (1 − μ) · (1 + cos(π·(k/n − u) / (1 − u))) / 2, with
    /// u = <c>warmup</c> and μ = <c>minimum</c>.
    /// </para>
    /// <para>
    /// The schedule to begin with. It is made for a run of known length: the wrong choice when early stopping is expected to end it, since the rate
    /// is then still high.
    /// </para>
    /// <para>
    /// No warm-up and minimum 0 by default: without them it is <c>CosineAnnealingLR</c> of PyTorch with <c>T_max</c> = n, stepped after each batch. The
    /// first step of a warm-up has rate 1/(u·n), not 0, so that no step is wasted.
    /// </para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <param name="minimum">The factor μ at the end.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("SGDR: Stochastic Gradient Descent with Warm Restarts", 2017)]
    public static Scalar Cosine(
        Progress t, RunSteps n, [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0, [Range(0, 1)] double minimum = 0)
    {
        Scalar fall = minimum + (1 - minimum) * (1 + Cos(Pi * AfterWarmUp(t, warmup))) / 2;
        return WarmUp(t, n, warmup, fall);
    }
}
