using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Jaccard loss: one less the predicted labels' intersection with the true ones over their union.</summary>
    /// <remarks>
    /// <para>1 − (I + s) / (Σ_j p_j + Σ_j t_j − I + s), with I = Σ_j p_j · t_j, p = σ(z), t the labels and s the smoothing.</para>
    /// <para>
    /// The soft form of the measure (IoU) itself; like the Dice loss, but errors cost more where the overlap is great. The wrong choice where the
    /// probabilities are read.
    /// </para>
    /// <para>s = 1, so that rows without labels are defined.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0.</param>
    /// <param name="smooth">The smoothing s.</param>
    /// <returns>The loss [batch], in [0, 1].</returns>
    [Loss, Paper("Optimizing Intersection-Over-Union in Deep Neural Networks for Image Segmentation", 2016)]
    public static Scalar Jaccard(Logits z, MultiLabel target, [Range(0, 1000, ExclusiveMinimum = true)] double smooth = 1)
    {
        Row<Class> p = Sigmoid(z);
        Scalar both = Dot(p, target);
        return 1 - (both + smooth) / (Sum(p) + Sum(target) - both + smooth);
    }
}
