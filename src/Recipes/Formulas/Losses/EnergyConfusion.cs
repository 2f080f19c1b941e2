using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Energy confusion: draws the embeddings of different classes together, against a metric that fits the known classes too well.</summary>
    /// <remarks>
    /// <para>
    /// Mean over all pairs of two classes of the batch of the mean squared distance between their examples. A row's value is its share, so that their mean is the loss; 0 for one class.
    /// </para>
    /// <para>
    /// Beside a metric loss, with a small weight, for retrieval among classes that were not trained on. The paper draws two classes of a batch at random; this is the mean over that
    /// draw. Let it reach the features alone and not what compares them (<c>Updates</c>). Alone it collapses everything to one point.
    /// </para>
    /// <para>There are no knobs; 0.01 to 0.1 are usual weights, the paper's depend on the data.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Energy Confused Adversarial Metric Learning for Zero-Shot Image Retrieval and Clustering", 2019)]
    [Technique("001-197")]
    public static Scalar EnergyConfusion(Embedding h, Label y)
    {
        Scalar share = 1 / CountBy(y);
        Scalar classes = BatchSum(share);
        Scalar toOthers = Sum(SquaredDistances(h, h) * OfOthers(share), Not(Same(y)));
        return BatchCount(share) * share * toOthers / Max(classes * (classes - 1), 1);
    }
}
