using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Multi-class difference of confidence and accuracy (MDCA): how far each class's mean probability is from its share in the batch.</summary>
    /// <remarks>
    /// <para>1/C · Σ_j |1/B · Σ_i p_ij − 1/B · Σ_i [y_i = j]|, with p = softmax(z), C classes and the B rows of the batch; the same number for each row.</para>
    /// <para>
    /// Beside cross-entropy or the focal loss, for the calibration of all classes and not of the strongest alone. In batches with fewer rows than classes it
    /// is mostly noise; with a sampler that changes the shares it calibrates to the changed ones.
    /// </para>
    /// <para>Weight 1 is that of the authors' code (1 to 25 in the paper).</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The difference, one number for the batch, in [0, 2/C].</returns>
    [Loss, Paper("A Stitch in Time Saves Nine: A Train-Time Regularizing Loss for Improved Neural Network Calibration", 2022)]
    public static Scalar MultiClassConfidenceAccuracyDifference(Logits z, Label y) => Mean(Abs(BatchMean(Softmax(z)) - BatchMean(OneHot(y, z))));
}
