using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Influence-balanced loss: rows that pull the boundary most count least.</summary>
    /// <remarks>
    /// <para>
    /// a · (1/n_y) / mean(1/n) · ℓ / (Σ_j |p_j − q_j| · Σ_k |h_k| + 10⁻³), with ℓ = −log p_y, p = softmax(z), q the one-hot label, h the features and n
    /// the train rows of each class; the factor is held fixed.
    /// </para>
    /// <para>
    /// For a long tail of rare classes: a few rows of the frequent ones overfit the boundary. It needs a network that has learnt already: take
    /// cross-entropy for the first half of the run. The wrong choice with wrong labels of rare classes.
    /// </para>
    /// <para>a = 1000 is that of the authors' code, as is 10⁻³. A class without rows counts as one with one.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="h">Features [batch, features].</param>
    /// <param name="counts">Train rows of each class [classes].</param>
    /// <param name="alpha">The factor a.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Influence-Balanced Loss for Imbalanced Visual Classification", 2021)]
    public static Scalar InfluenceBalanced(Logits z, Label y, Embedding h, ClassCounts counts, [Range(0, 100_000)] double alpha = 1000)
    {
        Row<Class> rarity = 1 / Max(counts, 1);
        Scalar influence = Sum(Abs(Softmax(z) - OneHot(y, z))) * Sum(Abs(h));
        return -Stop(alpha * rarity[y] / Mean(rarity) / (influence + 1e-3)) * LogSoftmax(z)[y];
    }
}
