using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Maximum mean calibration error (MMCE): how far confidence and being right differ, among rows of like confidence.</summary>
    /// <remarks>
    /// <para>
    /// √(1/n² · Σ_ij (r_i − c_i)(r_j − c_j) · exp(−|c_i − c_j| / 0.4)), with c the greatest probability and r whether its class is the label; the same number for each row.
    /// </para>
    /// <para>
    /// Beside cross-entropy, in batches of a hundred rows or more: it is an estimate over the batch. The wrong choice alone, as it does not ask for right answers.
    /// </para>
    /// <para>The kernel's width of 0.4 is that of the authors' code; weights of 2 to 8 beside cross-entropy are theirs. What is right carries no gradient.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="width">The width of the kernel.</param>
    /// <returns>The error, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Trainable Calibration Measures for Neural Networks from Kernel Mean Embeddings", 2018)]
    public static Scalar MaximumMeanCalibration(Logits z, Label y, [Range(0, 100, ExclusiveMinimum = true)] double width = 0.4)
    {
        Scalar confidence = Max(Softmax(z));
        Scalar gap = Where(Equal(ArgMax(z), y), 1, 0) - confidence;
        Row<Other> kernel = Exp(-Abs(confidence - OfOthers(confidence)) / width);
        return Sqrt(Max(BatchMean(gap * Mean(kernel * OfOthers(gap))), 0) + 1e-10);
    }
}
