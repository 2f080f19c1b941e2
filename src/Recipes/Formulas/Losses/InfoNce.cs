using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>InfoNCE: an example must know its second view among those of the whole batch.</summary>
    /// <remarks>
    /// <para>−log exp(c_ii / τ) / Σ_j exp(c_ij / τ), with c_ij the cosine between the embedding of example i and the second view's of example j.</para>
    /// <para>
    /// Self-supervised: the negatives are the second views of the other examples. One direction; both give what CLIP is trained with. Small batches
    /// have easy negatives; batches with many rows of one class push apart what belongs together.
    /// </para>
    /// <para>τ = 0.07, as MoCo's code has it. log n − loss is a lower bound of the mutual information of the two views, in nats.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="temperature">The temperature τ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Representation Learning with Contrastive Predictive Coding", 2018)]
    public static Scalar InfoNce(Embedding h, OtherEmbedding v, [Range(0, 100, ExclusiveMinimum = true)] double temperature = 0.07)
    {
        Row<Other> s = PairDot(Direction(h), Direction(v)) / temperature;
        return LogSumExp(s) - Sum(s, IsSelf(s));
    }
}
