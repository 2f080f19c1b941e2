using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Barlow Twins: the correlations between the features of two views should be the identity.</summary>
    /// <remarks>
    /// <para>
    /// Σ_i (1 − c_ii)² + λ · Σ_{i≠j} c_ij², where c is the matrix of products of the two views' features, each centred and scaled over the batch; the same number for each row.
    /// </para>
    /// <para>
    /// Self-supervised without negatives, and fit for moderate batches. It wants wide embeddings (thousands in the paper), and the matrix grows with the square.
    /// </para>
    /// <para>λ = 0.0051 is that of the authors' code; 10⁻⁵ is added to the variances, as its batch normalisation does.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="redundancy">The weight λ of correlations between different features.</param>
    /// <returns>The loss, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Barlow Twins: Self-Supervised Learning via Redundancy Reduction", 2021)]
    public static Scalar BarlowTwins(Embedding h, OtherEmbedding v, [Range(0, 1)] double redundancy = 0.0051)
    {
        Row<Feature> a = Standardized(h);
        Row<Feature> b = Standardized(v);
        Matrix<Feature, Feature> c = Gram(a, b) / BatchCount(Sum(h));
        Row<Feature> own = Diagonal(c);
        return Sum(Square(1 - own)) + redundancy * (Total(Square(c)) - Sum(Square(own)));
    }

    /// <summary>Each feature centred over the batch, with variance 1.</summary>
    private static Row<Feature> Standardized(Row<Feature> x)
    {
        Row<Feature> centered = x - BatchMean(x);
        return centered / Sqrt(BatchMean(Square(centered)) + 1e-5);
    }
}
