using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>LambdaRank's loss: pairs of a query's rows, weighted by what swapping them would change of the discounted gain.</summary>
    /// <remarks>
    /// <para>
    /// Σ_j |G_i − G_j| · |1/D_i − 1/D_j| · softplus(−σ · (s_i − s_j)) over the less relevant rows j of the same query, with the gain G = 2^y − 1, D = log₂(2 +
    /// rank by score, from 0), by the query's best discounted gain. The weights are held fixed.
    /// </para>
    /// <para>
    /// For lists of which the top is read, as by NDCG. The wrong choice for grades above some ten, whose gain is all. A batch must hold whole queries;
    /// those without a relevant row have no loss.
    /// </para>
    /// <para>σ = 1 and the gain are the papers'. Ranks of equal scores are the same: the number of greater ones.</para>
    /// </remarks>
    /// <param name="z">Scores [batch, 1]; of several outputs their mean.</param>
    /// <param name="y">Relevance [batch], ≥ 0.</param>
    /// <param name="g">Query [batch].</param>
    /// <param name="sigma">The slope σ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("The LambdaLoss Framework for Ranking Metric Optimization", 2018)]
    public static Scalar LambdaLoss(Outputs z, Target y, Group g, [Range(0, 1000, ExclusiveMinimum = true)] double sigma = 1)
    {
        Scalar score = Mean(z);
        Scalar gain = Max(Expm1(Log(2) * y), 0);
        Scalar discount = Log(2) / Log(2 + Count(And(Same(g), Greater(OfOthers(score), score))));
        // The best order: behind what is more relevant, and behind what is as relevant and earlier in the batch.
        Row<Other> order = Indices(OfOthers(score));
        Condition<Other> tied = And(Equal(OfOthers(y), y), Less(order, Sum(order, IsSelf(order))));
        Scalar place = Count(And(Same(g), Or(Greater(OfOthers(y), y), tied)));
        Scalar best = Sum(OfOthers(gain * Log(2) / Log(2 + place)), Same(g));
        Row<Other> swap = Abs(gain - OfOthers(gain)) * Abs(discount - OfOthers(discount));
        Row<Other> pairs = Stop(swap) * Softplus(sigma * (OfOthers(score) - score));
        return Sum(pairs, And(Same(g), Less(OfOthers(y), y))) / Max(best, 1e-12);
    }
}
