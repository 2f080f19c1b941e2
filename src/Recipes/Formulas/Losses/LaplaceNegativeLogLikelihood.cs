using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Negative log-likelihood under Laplace distributions whose scales are learned too; the second output is the logarithm of the scale.</summary>
    /// <remarks>
    /// <para>The mean over the targets of |y − m| · exp(−s) + s + log 2.</para>
    /// <para>
    /// The absolute error for noise that depends on the features: outliers move it less than a normal likelihood. The wrong choice beside a smooth
    /// target without noise: the scale falls without end.
    /// </para>
    /// <para>The paper trains depth with it, in this form of a log-scale.</para>
    /// </remarks>
    /// <param name="location">Medians m [batch, targets].</param>
    /// <param name="logScale">Logarithms s of the scales [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("What Uncertainties Do We Need in Bayesian Deep Learning for Computer Vision?", 2017)]
    public static Scalar LaplaceNegativeLogLikelihood(Outputs location, [Domain(-60, 10000)] Outputs logScale, Targets y) =>
        Mean(Abs(y - location) * Exp(-logScale) + logScale) + Log(2);
}
