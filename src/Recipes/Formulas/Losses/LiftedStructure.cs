using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Lifted structured loss: each pair of one class against all examples of other classes that either of the two has.</summary>
    /// <remarks>
    /// <para>
    /// 1/(2|P|) · Σ over the pairs (i, j) ∈ P of one class of max(0, J_ij)², with J_ij = log(Σ_n exp(m − ‖h_i − h_n‖) + Σ_n exp(m − ‖h_j − h_n‖)) + ‖h_i − h_j‖, where
    /// n are the examples of another class. The value of a row is its share, so that their mean is the loss; 0 in a batch without such pairs.
    /// </para>
    /// <para>
    /// A triplet loss that uses all pairs of the batch, with a soft maximum for the hardest negatives. Pairs, not examples, weigh the same: classes with many
    /// rows in a batch dominate, so balance the classes of a batch.
    /// </para>
    /// <para>m = 1 is that of the authors' code.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The margin m.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Deep Metric Learning via Lifted Structured Feature Embedding", 2016)]
    public static Scalar LiftedStructure(Embedding h, Label y, [Range(0, 1000)] double margin = 1)
    {
        Row<Other> d = Distances(h);
        Condition<Other> positive = And(Same(y), Not(IsSelf(d)));
        Scalar own = LogSumExp(margin - d, Not(Same(y)));
        Row<Other> both = own + Softplus(OfOthers(own) - own);
        Scalar pairs = BatchMean(Count(positive));
        return Sum(Square(Max(both + d, 0)), positive) / (2 * Max(pairs, 1e-6));
    }
}
