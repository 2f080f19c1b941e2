using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Multi-similarity loss: soft maxima over the pairs of each class and of others, of those pairs that are not settled yet.</summary>
    /// <remarks>
    /// <para>
    /// 1/α · log(1 + Σ_p exp(−α (c_p − λ))) + 1/β · log(1 + Σ_n exp(β (c_n − λ))), with c the cosines to the batch's examples p of the class and n of others. Of these
    /// only p with c_p − ε &lt; max_n c_n and n with c_n + ε &gt; min_p c_p are taken; 0 where one kind is empty.
    /// </para>
    /// <para>
    /// For retrieval, with several rows of each class in the batch. It weighs each pair by itself, against the other positives and against the negatives. The
    /// wrong choice with wrong labels, which are taken for the hardest pairs.
    /// </para>
    /// <para>α = 2, β = 40, λ = 0.5 and ε = 0.1 are those of the authors' code (the paper has β = 50, λ = 1).</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="positiveScale">The scale α of pairs of one class.</param>
    /// <param name="negativeScale">The scale β of pairs of two.</param>
    /// <param name="threshold">The similarity λ between what is drawn together and what is pushed apart.</param>
    /// <param name="margin">How much worse than the hardest opposite pair ε a pair may be to be left out.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Multi-Similarity Loss with General Pair Weighting for Deep Metric Learning", 2019)]
    public static Scalar MultiSimilarity(
        Embedding h, Label y, [Range(0, 1000, ExclusiveMinimum = true)] double positiveScale = 2, [Range(0, 1000, ExclusiveMinimum = true)] double negativeScale = 40,
        [Range(-1, 1)] double threshold = 0.5, [Range(0, 2)] double margin = 0.1)
    {
        Row<Feature> u = Direction(h);
        Row<Other> c = PairDot(u, u);
        Condition<Other> ofClass = And(Same(y), Not(IsSelf(c)));
        Condition<Other> ofOthers = Not(Same(y));
        Condition<Other> positive = And(ofClass, Less(c - margin, Max(c, ofOthers)));
        Condition<Other> negative = And(ofOthers, Greater(c + margin, Min(c, ofClass)));
        Scalar loss = Softplus(LogSumExp(-positiveScale * (c - threshold), positive)) / positiveScale
            + Softplus(LogSumExp(negativeScale * (c - threshold), negative)) / negativeScale;
        return Where(And(Greater(Count(positive), 0), Greater(Count(negative), 0)), loss, 0);
    }
}
