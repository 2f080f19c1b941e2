using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Difference of confidence and accuracy (DCA): how far the batch's mean confidence is from the share that is right.</summary>
    /// <remarks>
    /// <para>|1/B · Σ_i max_j p_ij − 1/B · Σ_i [argmax_j p_ij = y_i]|, with p = softmax(z) over the B rows of the batch; the same number for each row.</para>
    /// <para>
    /// Beside cross-entropy, for calibration. It looks at the mean alone, so sure and unsure errors may cancel, and in small batches the share that is
    /// right is noise. Late in training, when all train rows are right, it pushes confidence to 1.
    /// </para>
    /// <para>The share that is right has no gradient. Weight 1 is that of the authors of the multi-class form; a tie counts as right.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The difference, one number for the batch, in [0, 1].</returns>
    [Loss, Paper("Improved Trainable Calibration Method for Neural Networks on Medical Imaging Classification", 2020)]
    [Technique("002-014", Part = "the adaptation to another domain that it is added to")]
    public static Scalar ConfidenceAccuracyDifference(Logits z, Label y)
    {
        Scalar right = Where(GreaterOrEqual(z[y], Max(z)), 1, 0);
        return Abs(BatchMean(Max(Softmax(z))) - BatchMean(right));
    }
}
