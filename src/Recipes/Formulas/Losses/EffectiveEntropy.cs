using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Effective entropy maximisation (E2MC): each feature spread evenly over its range, and features uncorrelated.</summary>
    /// <remarks>
    /// <para>
    /// −mean_k 1/(n − m) · Σ_i log((x_(i+m),k − x_(i),k) · (n + 1)/m + 1e-7) + λ · Σ_{j≠k} C_jk² / features, with x = sigmoid(h), or the normal distribution function of h; x_(i),k the i-th smallest
    /// of feature k in the batch of n rows, m = round(√n), and C the covariance of x. A row's value is its share, so that their mean is the loss.
    /// </para>
    /// <para>
    /// For a network that is already trained without labels, for a few more epochs beside its own loss: entropy of single features and pairs can be estimated from a batch, that of all together cannot. The wrong choice
    /// alone, as it knows of no views, and in batches of few rows.
    /// </para>
    /// <para>m and 1e-7 are those of a released implementation, which leaves the weights open; λ = 1 is ours. With the normal distribution function embeddings should be standardised.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="correlation">The weight λ of the covariances.</param>
    /// <param name="normal">Whether the normal distribution function stands for the sigmoid.</param>
    /// <returns>The loss [batch]; the spread of a feature is greatest where the first part's mean is 0.</returns>
    [Loss, Paper("Improving Pre-Trained Self-Supervised Embeddings Through Effective Entropy Maximization", 2025)]
    [Technique("001-068")]
    public static Scalar EffectiveEntropy(Embedding h, [Range(0, 1000)] double correlation = 1, bool normal = false)
    {
        Row<Feature> x = normal ? NormalCdf(h) : Sigmoid(h);
        Row<Feature> sorted = BatchSorted(x);
        Row<Other> place = Indices(OfOthers(Sum(h)));
        Scalar own = Sum(place, IsSelf(place));
        Scalar rows = BatchCount(own);
        Scalar step = Round(Sqrt(rows));
        // From the greatest: the number that is step places on.
        Row<Feature> next = SumOfOthers(Where(Equal(place, own + step), 1, 0), sorted);
        Scalar entropy = Mean(Log((sorted - next) * (rows + 1) / step + 1e-7));
        Scalar spread = Where(Less(own, rows - step), entropy * rows / Max(rows - step, 1), 0);
        Row<Feature> centred = x - BatchMean(x);
        Matrix<Feature, Feature> covariance = Gram(centred, centred) / Max(rows - 1, 1);
        Scalar shared = Total(Square(covariance)) - Sum(Square(Diagonal(covariance)));
        return correlation * shared / h.Count - spread;
    }
}
