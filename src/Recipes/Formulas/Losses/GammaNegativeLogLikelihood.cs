using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Negative log-likelihood of positive targets under gamma distributions of one shape; the outputs are the logarithms of their means.</summary>
    /// <remarks>
    /// <para>The mean over the targets of y · exp(−z) + z: half the gamma deviance, up to what depends on the target alone.</para>
    /// <para>
    /// For amounts, durations and intensities whose spread grows in proportion to their mean. The wrong choice with zeros: take <see cref="Tweedie"/>.
    /// </para>
    /// <para>XGBoost's <c>reg:gamma</c> and scikit-learn's <c>GammaRegressor</c> minimise the same.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets], logarithms of means.</param>
    /// <param name="y">Targets [batch, targets], &gt; 0.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Generalized Linear Models", 1972)]
    public static Scalar GammaNegativeLogLikelihood([Domain(-60, 10000)] Outputs z, Targets y) => Mean(y * Exp(-z) + z);
}
