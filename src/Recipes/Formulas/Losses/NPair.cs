using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Multi-class N-pair loss: an anchor against its positive and the positives of all others, by products.</summary>
    /// <remarks>
    /// <para>log(1 + Σ_{j≠i} exp(h_i · v_j − h_i · v_i)) + λ/4 · (‖h_i‖² + ‖v_i‖²).</para>
    /// <para>
    /// As InfoNCE, with lengths that are free and held by a penalty. The second view stands for the positive of each anchor; the wrong choice where a batch
    /// has several rows of one class, as those count as negatives.
    /// </para>
    /// <para>λ = 0.002 with the quarter is that of TensorFlow's <c>npairs_loss</c>.</para>
    /// </remarks>
    /// <param name="h">Embedding, the anchors [batch, features].</param>
    /// <param name="v">Embedding of the second view, the positives [batch, features].</param>
    /// <param name="penalty">The weight λ of the squared lengths.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Improved Deep Metric Learning with Multi-class N-pair Loss Objective", 2016)]
    public static Scalar NPair(Embedding h, OtherEmbedding v, [Range(0, 1)] double penalty = 0.002)
    {
        Row<Other> s = PairDot(h, v);
        return LogSumExp(s) - Sum(s, IsSelf(s)) + 0.25 * penalty * (Sum(Square(h)) + Sum(Square(v)));
    }
}
