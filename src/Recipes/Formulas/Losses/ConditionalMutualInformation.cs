using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Conditional mutual information: how far an example's prediction is from the mean prediction of its class.</summary>
    /// <remarks>
    /// <para>Σ_j p_j · (log p_j − log q_j), with p = softmax(z) and q the mean of p over the rows of the batch with the same label.</para>
    /// <para>
    /// Added to cross-entropy it draws the predictions of a class together. The mean is the batch's own, as the paper's centroids are
    /// estimated from samples: the wrong choice in batches that hold a row or two of each class, where it is (almost) 0 and says nothing.
    /// With a class balanced sampler or large batches it is sound. It ignores whether the common prediction is right, so it never stands alone.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The divergence [batch]; its mean over the batch is ≥ 0.</returns>
    [Loss, Paper("Conditional Mutual Information Constrained Deep Learning for Classification", 2023)]
    public static Scalar ConditionalMutualInformation(Logits z, Label y)
    {
        Row<Class> p = Softmax(z);
        Row<Class> q = MeanByLabel(p, y);
        return Dot(p, LogSoftmax(z) - Log(Max(q, 1e-30)));
    }
}
