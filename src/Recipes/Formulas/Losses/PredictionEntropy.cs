using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Entropy of the prediction, as a penalty on unsure predictions.</summary>
    /// <remarks>
    /// <para>−Σ_j p_j · log p_j, with p = softmax(z).</para>
    /// <para>
    /// Beside cross-entropy it widens the gaps between logits, for robustness against small changes of the input; on rows without labels it is entropy
    /// minimisation. Alone, or on rows whose classes it does not know yet, it settles on any class, in the worst case one for all: give it
    /// <c>[PredictionDiversity]</c> beside it. The wrong choice for calibration.
    /// </para>
    /// <para>The label is not used. Weights of 0.1 to 1 are usual.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <returns>The entropy [batch], in [0, log C].</returns>
    [Loss, Paper("Semi-supervised Learning by Entropy Minimization", 2004)]
    [Technique("000-061")]
    public static Scalar PredictionEntropy(Logits z, Label y) => -Dot(Softmax(z), LogSoftmax(z));
}
