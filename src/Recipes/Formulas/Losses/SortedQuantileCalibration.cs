using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Penalty on the probabilistic calibration error of normal predictions, by sorting: predicted levels of the targets should be uniform.</summary>
    /// <remarks>
    /// <para>
    /// |u_i − (B − rank of u_i)/(B + 1)|, with u = Φ((y − μ)/σ) the level at which the target was predicted, σ = exp(½ · log-variance), and ranks among the B rows
    /// of the batch, from 0 for the greatest.
    /// </para>
    /// <para>
    /// Beside <see cref="GaussianNegativeLogLikelihood"/>, without the kernel's slope of <see cref="QuantileCalibration"/>. The wrong choice with small batches, and
    /// where a recalibration afterwards is possible. For one target: of several, the levels of each row are averaged.
    /// </para>
    /// <para>PCE-Sort with p = 1. The paper sorts softly; the gradient of a sorted number is that of the number, so a hard sort has one too.</para>
    /// </remarks>
    /// <param name="mean">Means μ [batch, 1].</param>
    /// <param name="logVariance">Logarithms of the variances [batch, 1].</param>
    /// <param name="y">Targets [batch, 1].</param>
    /// <returns>The penalty [batch], between 0 and 1.</returns>
    [Loss, Paper("A Large-Scale Study of Probabilistic Calibration in Neural Network Regression", 2023)]
    [Technique("001-168", Part = "the recalibration afterwards, and the quantile-entropy penalty")]
    public static Scalar SortedQuantileCalibration(Outputs mean, [Domain(-60, 10000)] Outputs logVariance, Targets y)
    {
        Scalar level = Mean(NormalCdf((y - mean) * Exp(-0.5 * logVariance)));
        return Abs(level - (BatchCount(level) - BatchRank(level)) / (BatchCount(level) + 1));
    }
}
