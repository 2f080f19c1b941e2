using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Supervised contrastive loss over two views of each example.</summary>
    /// <remarks>
    /// <para>
    /// As <c>SupervisedContrastive</c>, over the 2n views of the batch: each view is drawn to all other views of its class, the example's own second view among them.
    /// Mean over the example's two views.
    /// </para>
    /// <para>
    /// No example is alone, so it also works where a class has one row in a batch; twice the passes. The wrong choice where augmentation changes what the label
    /// says.
    /// </para>
    /// <para>τ = 0.1 is the paper's (its code has 0.07).</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="temperature">The temperature τ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Supervised Contrastive Learning", 2020)]
    public static Scalar SupervisedContrastiveViews(Embedding h, OtherEmbedding v, Label y, [Range(0, 100, ExclusiveMinimum = true)] double temperature = 0.1)
    {
        Row<Feature> a = Direction(h);
        Row<Feature> b = Direction(v);
        Row<Other> across = PairDot(a, b) / temperature;
        Row<Other> back = Transpose(across);
        Row<Other> first = PairDot(a, a) / temperature;
        Row<Other> second = PairDot(b, b) / temperature;
        Condition<Other> others = Not(IsSelf(across));
        Condition<Other> positive = And(Same(y), others);
        Scalar all = LogOfBoth(LogSumExp(across), LogSumExp(first, others)) + LogOfBoth(LogSumExp(back), LogSumExp(second, others));
        Scalar drawn = Sum(across + back, Same(y)) + Sum(first + second, positive);
        return 0.5 * (all - drawn / (Count(Same(y)) + Count(positive)));
    }
}
