using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Margin ranking loss: of two rows the one with the greater target should have the greater score, by a margin.</summary>
    /// <remarks>
    /// <para>Mean over the rows j of the batch with y_j &lt; y_i of max(0, s_j − s_i + m), with s the score; 0 for a row with the least target.</para>
    /// <para>
    /// For an order without scale: no more is asked than that scores stand in the targets' order. The wrong choice where numbers themselves are predicted, and for lists of one query each: take <see cref="RankNet"/>.
    /// </para>
    /// <para>m = 0 is that of <c>torch.nn.MarginRankingLoss</c>, which is given the pairs; here they are all of the batch.</para>
    /// </remarks>
    /// <param name="z">Scores [batch, 1]; of several outputs their mean.</param>
    /// <param name="y">Target [batch].</param>
    /// <param name="margin">The margin m.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Large Margin Rank Boundaries for Ordinal Regression", 2000)]
    public static Scalar MarginRanking(Outputs z, Target y, [Range(0, 1000)] double margin = 0)
    {
        Row<Other> behind = Max(OfOthers(Mean(z)) - Mean(z) + margin, 0);
        Condition<Other> less = Less(OfOthers(y), y);
        return Sum(behind, less) / Max(Count(less), 1);
    }
}
