using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Averagings
{
    /// <summary>Polynomial-decay averaging: a mean of all weights so far, in which later ones count more, with no length to choose.</summary>
    /// <remarks>
    /// <para>a ← a + (η + 1)/(η + t)·(w − a), which weighs the weight of step s in proportion to about s^η; η = 0 is the plain mean.</para>
    /// <para>
    /// Looks back the same part of the run at any time, some 1/(η + 1) of it: right for any length, where a moving average must be told. The wrong choice where
    /// the last weights alone matter, as after a rate that falls to 0.
    /// </para>
    /// <para>The paper's formula; it takes η = 3, and DP-SGD and other users take 1 to 8.</para>
    /// </remarks>
    /// <param name="average">The average so far [element].</param>
    /// <param name="w">The weight after the step [element].</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="power">The power η by which later weights count more.</param>
    /// <returns>The new average [element].</returns>
    [Averaging, Paper("Stochastic Gradient Descent for Non-smooth Optimization: Convergence Results and Optimal Averaging Schemes", 2013)]
    public static Scalar PolynomialAverage(Scalar average, Scalar w, StepCount t, [Range(0, 1000)] double power = 3) =>
        Where(LessOrEqual(t, 1), w, average + (power + 1) / (power + t) * (w - average));
}
