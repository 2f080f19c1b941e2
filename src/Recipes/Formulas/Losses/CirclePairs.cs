using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Circle loss over pairs: similarities within and between classes, each weighted by how far it is from its optimum.</summary>
    /// <remarks>
    /// <para>
    /// log(1 + Σ_n exp(γ · a_n · (c_n − m)) · Σ_p exp(−γ · a_p · (c_p − 1 + m))), with c the cosines to the batch's examples p of the class and n of others, a_n = max(0, c_n + m)
    /// and a_p = max(0, 1 + m − c_p) held fixed. 0 for an example without either.
    /// </para>
    /// <para>
    /// For embeddings that are compared by angle, with several rows of each class in the batch. With class vectors instead of pairs take <c>CircleCosine</c>.
    /// </para>
    /// <para>m = 0.4 and γ = 80 are the paper's for fine-grained retrieval.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The margin m: how near to 1 and 0 the similarities should come.</param>
    /// <param name="scale">The scale γ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Circle Loss: A Unified Perspective of Pair Similarity Optimization", 2020)]
    [Technique("001-059")]
    public static Scalar CirclePairs(
        Embedding h, Label y, [Range(0, 1)] double margin = 0.4, [Range(0, 1000, ExclusiveMinimum = true)] double scale = 80)
    {
        Row<Feature> u = Direction(h);
        Row<Other> c = PairDot(u, u);
        Condition<Other> ofClass = And(Same(y), Not(IsSelf(c)));
        Row<Other> apart = scale * Stop(Max(c + margin, 0)) * (c - margin);
        Row<Other> together = -scale * Stop(Max(1 + margin - c, 0)) * (c - 1 + margin);
        return Softplus(LogSumExp(apart, Not(Same(y))) + LogSumExp(together, ofClass));
    }
}
