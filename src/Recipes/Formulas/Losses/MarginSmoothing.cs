using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Margin-based label smoothing: logits may be no farther than a margin below the greatest.</summary>
    /// <remarks>
    /// <para>1/C · Σ_j max(0, max_k z_k − z_j − m), with C classes.</para>
    /// <para>
    /// Beside cross-entropy, for calibration: label smoothing pulls all logits together always, this only those that are too far apart. The wrong
    /// choice with smoothed or mixed labels, which do the same once more.
    /// </para>
    /// <para>The label is not used. m = 10 and weight 0.1 are the authors' (m = 6 for CIFAR-10).</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <param name="margin">The margin m.</param>
    /// <returns>The penalty [batch], ≥ 0.</returns>
    [Loss, Paper("The Devil is in the Margin: Margin-based Label Smoothing for Network Calibration", 2022)]
    public static Scalar MarginSmoothing(Logits z, Label y, [Range(0, 1000)] double margin = 10) => Mean(Max(Max(z) - z - margin, 0));
}
