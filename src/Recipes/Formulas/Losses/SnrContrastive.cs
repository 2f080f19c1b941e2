using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>SNR contrastive loss: pairs of one class have little noise over the signal, others much.</summary>
    /// <remarks>
    /// <para>
    /// Mean over the other examples j of the batch of d_ij for pairs of one class and max(0, m − d_ij) for others, plus λ · |Σ_k h_ik|, with d_ij = Var(h_i − h_j) / Var(h_i) and variances over the features.
    /// </para>
    /// <para>
    /// A distance that length does not change. The wrong choice for embeddings of very few features, whose variance says little, and where embeddings are compared by another distance later.
    /// </para>
    /// <para>m = 1 and λ = 0.1 are ours: the paper's were not found. λ keeps the means of embeddings at 0, as its derivation assumes.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The distance m beyond which examples of two classes do not push each other.</param>
    /// <param name="zeroMean">The weight λ of the embedding's sum.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Signal-to-Noise Ratio: A Robust Distance Metric for Deep Metric Learning", 2019)]
    [Technique("001-114", Part = "the lifted structure and N-pair losses on this distance")]
    public static Scalar SnrContrastive(Embedding h, Label y, [Range(0, 1000)] double margin = 1, [Range(0, 1000)] double zeroMean = 0.1)
    {
        Row<Other> d = SnrDistances(h);
        return Mean(Where(Same(y), d, Max(margin - d, 0)), Not(IsSelf(d))) + zeroMean * Abs(Sum(h));
    }
}
