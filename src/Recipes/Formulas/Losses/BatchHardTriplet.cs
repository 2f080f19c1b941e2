using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Triplet loss on the hardest pairs: the farthest example of the class should be nearer than the nearest of another.</summary>
    /// <remarks>
    /// <para>
    /// max(0, max_p ‖h − h_p‖ − min_n ‖h − h_n‖ + m), over the others p of the example's class and the examples n of other classes in the batch; soft:
    /// log(1 + exp(·)) without margin. 0 for an example that is alone in its class or has none of another.
    /// </para>
    /// <para>
    /// For embeddings that are compared by distance (retrieval, re-identification). The batch must hold several rows of each of several classes. The
    /// wrong choice with wrong labels: those are the hardest pairs. Raw from random weights it can collapse to one point at a loss of m.
    /// </para>
    /// <para>m = 1 as in <c>torch.nn.TripletMarginLoss</c>; the paper tries 0.1 to 1, and prefers the soft form.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The margin m.</param>
    /// <param name="soft">Whether log(1 + eˣ) stands for the hinge.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("In Defense of the Triplet Loss for Person Re-Identification", 2017)]
    public static Scalar BatchHardTriplet(Embedding h, Label y, [Range(0, 1000)] double margin = 1, bool soft = false)
    {
        Row<Other> d = Distances(h);
        Condition<Other> positive = And(Same(y), Not(IsSelf(d)));
        Condition<Other> negative = Not(Same(y));
        Scalar gap = Max(d, positive) - Min(d, negative);
        Scalar loss = soft ? Softplus(gap) : Max(gap + margin, 0);
        return Where(And(Greater(Count(positive), 0), Greater(Count(negative), 0)), loss, 0);
    }
}
