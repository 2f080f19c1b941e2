using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Soft ordinal labels (SORD): cross-entropy to a target that falls off with the distance from the label.</summary>
    /// <remarks>
    /// <para>−Σ_j t_j · log p_j, with p = softmax(z) and t = softmax(−s · |j − y|^d).</para>
    /// <para>
    /// For classes with an order: neighbours of the label get a part of it. The wrong choice where the probabilities are read, as it teaches the spread
    /// that s says, and for classes without an order.
    /// </para>
    /// <para>d = 2 (squared distance) is the paper's best for most of its data; s = 1.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="sharpness">How fast the target falls off, s.</param>
    /// <param name="power">The power d of the distance.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Soft Labels for Ordinal Regression", 2019)]
    public static Scalar SoftOrdinal(Logits z, Label y, [Range(0, 100, ExclusiveMinimum = true)] double sharpness = 1, [Range(0.1, 5)] double power = 2) =>
        -Dot(Softmax(-sharpness * Pow(Abs(Indices(z) - Indices(z)[y]), power)), LogSoftmax(z));
}
