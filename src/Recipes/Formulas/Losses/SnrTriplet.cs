using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>SNR triplet loss: the noise over the signal is less for the worst pair of one class than for the best pair of two.</summary>
    /// <remarks>
    /// <para>
    /// max(0, max_p d_ip − min_n d_in + m) + λ · |Σ_k h_ik|, over the others p of the example's class and the examples n of other classes in the batch, with d_ij = Var(h_i − h_j) / Var(h_i) and variances
    /// over the features. The hinge is 0 for an example that is alone in its class or has none of another.
    /// </para>
    /// <para>
    /// A distance that length does not change. The batch must hold several rows of each of several classes. The wrong choice with wrong labels: those are the hardest pairs.
    /// </para>
    /// <para>m = 1 and λ = 0.1 are ours: the paper's were not found. It draws triplets; here they are the batch's hardest.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The margin m.</param>
    /// <param name="zeroMean">The weight λ of the embedding's sum.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Signal-to-Noise Ratio: A Robust Distance Metric for Deep Metric Learning", 2019)]
    [Technique("001-114", Part = "the lifted structure and N-pair losses on this distance")]
    public static Scalar SnrTriplet(Embedding h, Label y, [Range(0, 1000)] double margin = 1, [Range(0, 1000)] double zeroMean = 0.1)
    {
        Row<Other> d = SnrDistances(h);
        Condition<Other> positive = And(Same(y), Not(IsSelf(d)));
        Condition<Other> negative = Not(Same(y));
        Scalar hinge = Max(Max(d, positive) - Min(d, negative) + margin, 0);
        return Where(And(Greater(Count(positive), 0), Greater(Count(negative), 0)), hinge, 0) + zeroMean * Abs(Sum(h));
    }
}
