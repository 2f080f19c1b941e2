using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Label-distribution-aware margin loss (LDAM): cross-entropy with a margin that is wider for rarer classes.</summary>
    /// <remarks>
    /// <para>−log softmax(s · (z − m_y · e_y))_y, with m_j = M · (n_min / n_j)^¼ and n the train rows of each class.</para>
    /// <para>
    /// For a long tail of rare classes: they generalise worse, and get more room. The logits should be cosines, in [−1, 1], from a head that normalises
    /// both sides. The wrong choice beside weights and samplers from the first step; the authors weigh classes late in the run only.
    /// </para>
    /// <para>M = 0.5 and s = 30 are those of the authors' code. A class without rows counts as one with one.</para>
    /// </remarks>
    /// <param name="z">Cosines [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="counts">Train rows of each class [classes].</param>
    /// <param name="maximum">The margin M of the rarest class.</param>
    /// <param name="scale">The scale s.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Learning Imbalanced Datasets with Label-Distribution-Aware Margin Loss", 2019)]
    public static Scalar LabelDistributionAwareMargin(
        Logits z, Label y, ClassCounts counts, [Range(0, 10)] double maximum = 0.5, [Range(0, 1000, ExclusiveMinimum = true)] double scale = 30)
    {
        Row<Class> rows = Max(counts, 1);
        Scalar margin = maximum * Pow(Min(rows) / rows[y], 0.25);
        return LogSumExp(scale * (z - z[y] + margin * (1 - OneHot(y, z))));
    }
}
