using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Neighbour-aware penalty (NACL): logits should be near to the label shares of the surroundings.</summary>
    /// <remarks>
    /// <para>1/C · Σ_j |t_j − z_j|, with t the shares of the labels around the row (for a pixel, in its window) and C classes.</para>
    /// <para>
    /// Beside cross-entropy, for the calibration of segmentations: logits stay small, and mixed at the borders of classes. The wrong choice for rows
    /// without surroundings, and at weights near 1 with many classes.
    /// </para>
    /// <para>The weight is 0.1 in the paper's tables and 1 in its code; its windows are 3 × 3.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The label shares of the surroundings [batch, classes].</param>
    /// <returns>The penalty [batch], ≥ 0.</returns>
    [Loss, Paper("Neighbor-Aware Calibration of Segmentation Networks with Penalty-Based Constraints", 2024)]
    [Technique("002-020", Part = "the windows from which the shares are counted: they are a column of the data")]
    public static Scalar NeighborAwarePenalty(Logits z, SoftTarget target) => Mean(Abs(target - z));
}
