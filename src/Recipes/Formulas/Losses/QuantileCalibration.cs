using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Penalty on the probabilistic calibration error of normal predictions, by kernels: predicted levels of the targets should be uniform.</summary>
    /// <remarks>
    /// <para>
    /// |mean over the batch's rows j of sigmoid(s · (a_i − u_j)) − a_i| for row i, with u = Φ((y − μ)/σ) the level at which the target was predicted, σ = exp(½ ·
    /// log-variance), and a_i = (i + 1)/(B + 1) the levels, one for each row of the batch.
    /// </para>
    /// <para>
    /// Beside <see cref="GaussianNegativeLogLikelihood"/>: intervals that hold what they say. The wrong choice with small batches, where levels are coarse, and
    /// where a recalibration afterwards is possible, which the paper finds better. For one target: of several, the levels of each row are averaged.
    /// </para>
    /// <para>PCE-KDE with p = 1 and s = 100, the released code's; it has 100 levels instead of one for each row.</para>
    /// </remarks>
    /// <param name="mean">Means μ [batch, 1].</param>
    /// <param name="logVariance">Logarithms of the variances [batch, 1].</param>
    /// <param name="y">Targets [batch, 1].</param>
    /// <param name="slope">The slope s of the kernel.</param>
    /// <returns>The penalty [batch], between 0 and 1.</returns>
    [Loss, Paper("A Large-Scale Study of Probabilistic Calibration in Neural Network Regression", 2023)]
    [Technique("001-168", Part = "the recalibration afterwards, and the quantile-entropy penalty")]
    public static Scalar QuantileCalibration(Outputs mean, [Domain(-60, 10000)] Outputs logVariance, Targets y, [Range(0.1, 1000)] double slope = 100)
    {
        Row<Other> levels = OfOthers(Mean(NormalCdf((y - mean) * Exp(-0.5 * logVariance))));
        Row<Other> places = Indices(levels);
        Scalar level = (Sum(places, IsSelf(places)) + 1) / (levels.Count + 1);
        return Abs(Mean(Sigmoid(slope * (level - levels))) - level);
    }
}
