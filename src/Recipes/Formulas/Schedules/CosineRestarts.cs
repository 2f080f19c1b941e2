using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Cosine with warm restarts: the rate falls along half a cosine, jumps back up, and does so again in cycles that may grow.</summary>
    /// <remarks>
    /// <para>
    /// In cycle i, which is m times as long as the one before: γ^i · (μ + (1 − μ) · (1 + cos(π·s)) / 2), where s is how much of the cycle
    /// is done, m = <c>growth</c>, γ = <c>gamma</c> and μ = <c>minimum</c>; before them a warm-up, linear up to the fraction u of the run.
    /// The cycles share what comes after the warm-up.
    /// </para>
    /// <para>Each cycle ends with weights that are worth keeping, for ensembles of snapshots. For one model <c>Cosine</c> ends better.</para>
    /// <para>
    /// Three cycles of one length, <c>CosineAnnealingWarmRestarts(T_0 = n/3)</c> of PyTorch, which also has m = 1; the paper prefers m = 2.
    /// No warm-up by default. The first step of a warm-up has rate 1/(u·n), not 0, so that no step is wasted.
    /// </para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="n">The steps of the run.</param>
    /// <param name="cycles">The number of cycles in the run.</param>
    /// <param name="growth">How many times longer, m, each cycle is than the one before.</param>
    /// <param name="gamma">The factor γ on the peak of each further cycle.</param>
    /// <param name="warmup">The fraction u of the run in which the rate rises.</param>
    /// <param name="minimum">The factor μ at the end of each cycle.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("SGDR: Stochastic Gradient Descent with Warm Restarts", 2017)]
    public static Scalar CosineRestarts(
        Progress t, RunSteps n,
        [Range(1, 100)] double cycles = 3,
        [Range(1, 10)] double growth = 1,
        [Range(0, 1, ExclusiveMinimum = true)] double gamma = 1,
        [Range(0, 1, ExclusiveMaximum = true)] double warmup = 0,
        [Range(0, 1)] double minimum = 0)
    {
        // In units of the first cycle; with growing ones i cycles take (mⁱ − 1) / (m − 1).
        Scalar isEven = Where(Equal(growth, 1), 1, 0);
        Scalar growing = growth - 1 + isEven;
        Scalar total = Where(Equal(growth, 1), cycles, (Pow(growth, cycles) - 1) / growing);
        Scalar done = AfterWarmUp(t, warmup) * total;
        // A fraction that rounding put just before a restart counts as the restart.
        Scalar cycle = Floor(Where(Equal(growth, 1), done, Log(1 + done * growing) / Log(growth + isEven)) + 1e-9);
        Scalar before = Where(Equal(growth, 1), cycle, (Pow(growth, cycle) - 1) / growing);
        Scalar within = Max(0, done - before) / Pow(growth, cycle);
        Scalar fall = Pow(gamma, cycle) * (minimum + (1 - minimum) * (1 + Cos(Pi * within)) / 2);
        return WarmUp(t, n, warmup, fall);
    }
}
