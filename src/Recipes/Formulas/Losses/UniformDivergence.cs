using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Divergence of the prediction from the uniform one.</summary>
    /// <remarks>
    /// <para>KL(u ‖ p) = −log C − 1/C · Σ_j log p_j, with u uniform over C classes and p = softmax(z).</para>
    /// <para>
    /// On rows of no class (outlier exposure) it teaches the network not to be sure; beside cross-entropy it is label smoothing by another name. The wrong
    /// choice alone on labelled rows, where it unlearns the classes.
    /// </para>
    /// <para>The label is not used. The paper's weight for images is 0.5.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <returns>The divergence [batch], ≥ 0.</returns>
    [Loss, Paper("Deep Anomaly Detection with Outlier Exposure", 2019)]
    public static Scalar UniformDivergence(Logits z, Label y) => -Log(z.Count) - Mean(LogSoftmax(z));
}
