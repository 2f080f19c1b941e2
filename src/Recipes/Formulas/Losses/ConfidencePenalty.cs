using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Confidence penalty: the negative entropy of the prediction.</summary>
    /// <remarks>
    /// <para>Σ_j p_j · log p_j, with p = softmax(z).</para>
    /// <para>
    /// Beside cross-entropy it keeps predictions from becoming too sure, much as label smoothing does, and one of the two is enough. The wrong choice where
    /// labels leave no doubt and every margin counts.
    /// </para>
    /// <para>The label is not used. The paper's weight is 0.1; between −log C and 0, thus no term for uncertainty weights, which need losses above 0.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <returns>The negative entropy [batch], in [−log C, 0].</returns>
    [Loss, Paper("Regularizing Neural Networks by Penalizing Confident Output Distributions", 2017)]
    public static Scalar ConfidencePenalty(Logits z, Label y) => Dot(Softmax(z), LogSoftmax(z));
}
