using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Continuous ranked probability score of a normal distribution; the second output is the logarithm of the standard deviation.</summary>
    /// <remarks>
    /// <para>
    /// The mean over the targets of σ · (w · (2Φ(w) − 1) + 2φ(w) − 1/√π), with w = (y − μ)/σ and σ = exp(s): the integral of the squared difference between
    /// the predicted distribution function and that of the target.
    /// </para>
    /// <para>
    /// A proper score in the target's own unit, which with σ → 0 is the absolute error: outliers move it less than the likelihood. The wrong choice for
    /// tails: it hardly sees them.
    /// </para>
    /// </remarks>
    /// <param name="mean">Means μ [batch, targets].</param>
    /// <param name="logDeviation">Logarithms s of the standard deviations [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <returns>The score [batch], ≥ 0.</returns>
    [Loss, Paper("Calibrated Probabilistic Forecasting Using Ensemble Model Output Statistics and Minimum CRPS Estimation", 2005)]
    public static Scalar GaussianCrps(Outputs mean, [Domain(-30, 60)] Outputs logDeviation, Targets y)
    {
        Row<Output> error = y - mean;
        Row<Output> standard = error * Exp(-logDeviation);
        Row<Output> density = Exp(-0.5 * Square(standard)) / Sqrt(2 * Pi);
        return Mean(error * Erf(standard / Sqrt(2)) + Exp(logDeviation) * (2 * density - 1 / Sqrt(Pi)));
    }
}
