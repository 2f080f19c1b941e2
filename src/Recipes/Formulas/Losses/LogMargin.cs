using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Log margin: the logarithm of the odds of the label, as a difference of logits.</summary>
    /// <remarks>
    /// <para>log Σ_{j≠y} exp z_j − z_y = −log(p_y / (1 − p_y)), with p = softmax(z).</para>
    /// <para>
    /// A loss without an end: its gradient by z_y is always −1, so rows that are classified well go on pulling as much as the others. For a few steps of
    /// fine-tuning, or with a transform that bounds the logits; the wrong choice for long training and for calibration.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Rethinking Softmax with Cross-Entropy: Neural Network Classifier as Mutual Information Estimator", 2019)]
    public static Scalar LogMargin(Logits z, Label y) => LogSumExp(z, Less(OneHot(y, z), 0.5)) - z[y];
}
