using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Circle loss over a list: scores of a query's relevant rows above those of its others, weighted by their distance from an optimum.</summary>
    /// <remarks>
    /// <para>
    /// log(1 + Σ_n exp(γ · [s_n + m]₊ · (s_n − m)) · Σ_p exp(−γ · [1 + m − s_p]₊ · (s_p − 1 + m))), n over the rows of the query with y ≤ ½ and p over those
    /// with y &gt; ½; the factors [·]₊ are held fixed. Every row has its query's loss.
    /// </para>
    /// <para>
    /// For re-ranking: the scores should be similarities in [−1, 1]; a network's output that is none is squashed by another layer first. The wrong choice for
    /// grades of relevance: take <see cref="ListNet"/>. Queries without a row of either kind have no loss. A batch must hold whole queries.
    /// </para>
    /// <para>The paper's m and γ are not published in what we could read; 0.25 and 32 are near those of the circle loss for retrieval (0.25 and 256 for faces).</para>
    /// </remarks>
    /// <param name="z">Scores [batch, 1]; of several outputs their mean.</param>
    /// <param name="y">Relevance [batch].</param>
    /// <param name="g">Query [batch].</param>
    /// <param name="margin">The margin m.</param>
    /// <param name="scale">The scale γ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("ListConRanker: A Contrastive Text Reranker with Listwise Encoding", 2025)]
    [Technique("001-005", Part = "the encoder of lists")]
    public static Scalar ListCircle(Outputs z, Target y, Group g, [Range(0, 1)] double margin = 0.25, [Range(0, 1000, ExclusiveMinimum = true)] double scale = 32)
    {
        Row<Other> score = OfOthers(Mean(z));
        Condition<Other> relevant = Greater(OfOthers(y), 0.5);
        Row<Other> wrong = scale * Stop(Max(score + margin, 0)) * (score - margin);
        Row<Other> right = -scale * Stop(Max(1 + margin - score, 0)) * (score - 1 + margin);
        return Softplus(LogSumExp(wrong, And(Same(g), Not(relevant))) + LogSumExp(right, And(Same(g), relevant)));
    }
}
