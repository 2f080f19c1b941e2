using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>VICReg: two views alike, each feature spread over the batch, and features uncorrelated.</summary>
    /// <remarks>
    /// <para>
    /// λ · mean_k (h_k − v_k)² + μ · ½ (S(h) + S(v)) + ν · (C(h) + C(v)), where S is the mean over features of max(0, 1 − √(variance + 10⁻⁴)) and C the sum of squared covariances
    /// between different features, divided by their number. Variances and covariances are over the batch, with n − 1.
    /// </para>
    /// <para>
    /// Self-supervised without negatives; the two views may come from different networks. Raw values: at a tenth of the scale, S rules; watch the three parts.
    /// The wrong choice in batches of a few rows.
    /// </para>
    /// <para>λ = μ = 25 and ν = 1 are the paper's.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="invariance">The weight λ.</param>
    /// <param name="variance">The weight μ.</param>
    /// <param name="covariance">The weight ν.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("VICReg: Variance-Invariance-Covariance Regularization for Self-Supervised Learning", 2022)]
    public static Scalar VicReg(
        Embedding h, OtherEmbedding v, [Range(0, 1000)] double invariance = 25, [Range(0, 1000)] double variance = 25, [Range(0, 1000)] double covariance = 1) =>
        invariance * Mean(Square(h - v)) + variance * 0.5 * (Narrowness(h) + Narrowness(v)) + covariance * (OffDiagonal(h) + OffDiagonal(v));

    private static Scalar Narrowness(Row<Feature> x)
    {
        Row<Feature> centered = x - BatchMean(x);
        return Mean(Max(1 - Sqrt(BatchSum(Square(centered)) / Max(BatchCount(Sum(x)) - 1, 1) + 1e-4), 0));
    }

    private static Scalar OffDiagonal(Row<Feature> x)
    {
        Row<Feature> centered = x - BatchMean(x);
        Matrix<Feature, Feature> c = Gram(centered, centered) / Max(BatchCount(Sum(x)) - 1, 1);
        return (Total(Square(c)) - Sum(Square(Diagonal(c)))) / x.Count;
    }
}
