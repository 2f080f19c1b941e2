using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Cosine embedding loss over all pairs of the batch: draws one class to one direction, and others apart by their angle.</summary>
    /// <remarks>
    /// <para>Mean over the other examples j of the batch of 1 − c for pairs of one class and max(0, c − m) for others, with c = cos(h_i, h_j).</para>
    /// <para>
    /// For embeddings that are compared by angle. As with every mean over pairs, easy ones dilute it where classes are many; with m = 0 directions that
    /// are at right angles already are left alone.
    /// </para>
    /// <para>m = 0 as in <c>torch.nn.functional.cosine_embedding_loss</c>, whose loss of a pair this is.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The cosine m below which examples of two classes do not push each other.</param>
    /// <returns>The loss [batch], in [0, 2].</returns>
    [Loss, Paper("Signature Verification using a \"Siamese\" Time Delay Neural Network", 1993)]
    public static Scalar CosineEmbedding(Embedding h, Label y, [Range(-1, 1)] double margin = 0)
    {
        Row<Feature> u = Direction(h);
        Row<Other> cosine = PairDot(u, u);
        return Mean(Where(Same(y), 1 - cosine, Max(cosine - margin, 0)), Not(IsSelf(cosine)));
    }
}
