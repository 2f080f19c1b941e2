using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Triplet loss by signal-to-noise ratio: the anchor is the signal, and the difference to another example the noise.</summary>
    /// <remarks>
    /// <para>
    /// max(0, max_p d(h, h_p) − min_n d(h, h_n) + m) + λ · |Σ_k h_k|, with d(a, b) = variance of a − b over its features divided by that of a, over the batch's examples p of
    /// the class and n of others. The first part is 0 where one kind is missing.
    /// </para>
    /// <para>
    /// In place of a Euclidean distance; it is not symmetric. The penalty keeps the mean of an embedding's features near 0, where the ratio is one of squared lengths.
    /// The hardest triplet of each anchor stands for all triplets of the paper.
    /// </para>
    /// <para>No released code was found for m and λ; m is that of <c>BatchHardTriplet</c> scaled to ratios, λ a choice of ours.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The margin m.</param>
    /// <param name="penalty">The weight λ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Signal-to-Noise Ratio: A Robust Distance Metric for Deep Metric Learning", 2019)]
    [Technique("001-114", Part = "the contrastive, lifted and N-pair forms")]
    public static Scalar SnrTriplet(Embedding h, Label y, [Range(0, 1000)] double margin = 0.2, [Range(0, 100)] double penalty = 0.005)
    {
        Row<Feature> u = h - Mean(h);
        Row<Other> d = SquaredDistances(u, u) / (Sum(Square(u)) + 1e-6);
        Condition<Other> positive = And(Same(y), Not(IsSelf(d)));
        Condition<Other> negative = Not(Same(y));
        Scalar hinge = Max(Max(d, positive) - Min(d, negative) + margin, 0);
        return Where(And(Greater(Count(positive), 0), Greater(Count(negative), 0)), hinge, 0) + penalty * Abs(Sum(h));
    }
}
