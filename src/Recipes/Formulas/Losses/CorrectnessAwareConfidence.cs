using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Correctness-aware confidence: the squared distance of the confidence from 1 where the row is right and from 0 where it is wrong.</summary>
    /// <remarks>
    /// <para>(max_j p_j − [argmax_j p_j = y])², with p = softmax(z).</para>
    /// <para>
    /// Confidence that tells right from wrong, which cross-entropy and the Brier score do not aim at: they pull up the label even where another class is
    /// chosen. Made for a calibrator on held-out rows; on train rows that are all right it only pushes confidence up.
    /// </para>
    /// <para>Which class is greatest, and whether it is right, carry no gradient. A tie counts as right.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], in [0, 1].</returns>
    [Loss, Paper("Optimizing Calibration by Gaining Aware of Prediction Correctness", 2024)]
    public static Scalar CorrectnessAwareConfidence(Logits z, Label y)
    {
        Scalar right = Where(GreaterOrEqual(z[y], Max(z)), 1, 0);
        return Square(Max(Softmax(z)) - right);
    }
}
