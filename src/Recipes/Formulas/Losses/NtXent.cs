using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>NT-Xent, the loss of SimCLR: a view must know the other of its example among all views of the batch.</summary>
    /// <remarks>
    /// <para>
    /// Mean over both views a of −log exp(cos(a_i, b_i) / τ) / (Σ_{j≠i} exp(cos(a_i, a_j) / τ) + Σ_j exp(cos(a_i, b_j) / τ)), with b the other view.
    /// </para>
    /// <para>
    /// Self-supervised, with strong augmentations and large batches (hundreds of rows); in small ones there are too few negatives. The wrong choice when
    /// labels are at hand: the supervised contrastive loss does not push apart rows of one class.
    /// </para>
    /// <para>τ = 0.1 is the paper's for ImageNet, 0.5 for CIFAR-10.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="temperature">The temperature τ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("A Simple Framework for Contrastive Learning of Visual Representations", 2020)]
    public static Scalar NtXent(Embedding h, OtherEmbedding v, [Range(0, 100, ExclusiveMinimum = true)] double temperature = 0.1)
    {
        Row<Feature> a = Direction(h);
        Row<Feature> b = Direction(v);
        Row<Other> across = PairDot(a, b) / temperature;
        Row<Other> first = PairDot(a, a) / temperature;
        Row<Other> second = PairDot(b, b) / temperature;
        Condition<Other> others = Not(IsSelf(across));
        return 0.5 * (LogOfBoth(LogSumExp(across), LogSumExp(first, others)) + LogOfBoth(LogSumExp(Transpose(across)), LogSumExp(second, others)))
            - Sum(across, IsSelf(across));
    }
}
