using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Negative log-likelihood under Student's t distributions whose scales are learned too; the second output is the logarithm of the scale.</summary>
    /// <remarks>
    /// <para>
    /// The mean over the targets of (ν + 1)/2 · log(1 + (y − m)²/(ν · exp(2s))) + s + log Γ(ν/2) − log Γ((ν + 1)/2) + ½ · log(νπ).
    /// </para>
    /// <para>
    /// For noise with heavy tails: the gradient of far errors falls again. The wrong choice where the tails are what is sought, and for small ν with few
    /// rows. Large ν is the normal likelihood.
    /// </para>
    /// <para>ν = 4 is the paper's choice where it is not estimated.</para>
    /// </remarks>
    /// <param name="location">Locations m [batch, targets].</param>
    /// <param name="logScale">Logarithms s of the scales [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="degrees">The degrees of freedom ν.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Robust Statistical Modeling Using the t Distribution", 1989)]
    public static Scalar StudentTNegativeLogLikelihood(Outputs location, [Domain(-30, 10000)] Outputs logScale, Targets y, [Range(0.1, 1000)] double degrees = 4)
    {
        Row<Output> squares = Square((y - location) * Exp(-logScale));
        Scalar constant = LogGamma(0.5 * degrees) - LogGamma(0.5 * (degrees + 1)) + 0.5 * Log(degrees * Pi);
        return Mean(0.5 * (degrees + 1) * Log1p(squares / degrees) + logScale) + constant;
    }
}
