using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Dice loss: how little the predicted labels overlap with the true ones.</summary>
    /// <remarks>
    /// <para>1 − (2 · Σ_j p_j · t_j + s) / (Σ_j p_j + Σ_j t_j + s), with p = σ(z), t the labels and s the smoothing.</para>
    /// <para>
    /// For labels of which few hold: absent classes that are answered so hardly count. For each row over its classes (a mask's pixels, a set's labels).
    /// Its gradient is uneven, and probabilities end near 0 or 1: take binary cross-entropy beside it, and not this where they are read.
    /// </para>
    /// <para>s = 1, so that rows without labels are defined.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0.</param>
    /// <param name="smooth">The smoothing s.</param>
    /// <returns>The loss [batch], in [0, 1].</returns>
    [Loss, Paper("V-Net: Fully Convolutional Neural Networks for Volumetric Medical Image Segmentation", 2016)]
    public static Scalar Dice(Logits z, MultiLabel target, [Range(0, 1000, ExclusiveMinimum = true)] double smooth = 1)
    {
        Row<Class> p = Sigmoid(z);
        return 1 - (2 * Dot(p, target) + smooth) / (Sum(p) + Sum(target) + smooth);
    }
}
