using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Normalised cross-entropy: the loss at the label as a share of the losses at all labels.</summary>
    /// <remarks>
    /// <para>log p_y / Σ_j log p_j, with p = softmax(z).</para>
    /// <para>
    /// Its sum over all labels is 1 whatever the prediction, and so wrong labels that are spread evenly do not move its optimum. It learns
    /// too little alone: pair it with a passive loss, <c>[NormalizedCrossEntropy, ReverseCrossEntropy]</c>. On clean labels cross-entropy is better.
    /// </para>
    /// <para>Weights 1 and 1 are the paper's for CIFAR-10, 10 and 0.1 for CIFAR-100.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], in [0, 1].</returns>
    [Loss, Paper("Normalized Loss Functions for Deep Learning with Noisy Labels", 2020)]
    [Technique("001-019")]
    public static Scalar NormalizedCrossEntropy(Logits z, Label y)
    {
        Row<Class> logp = LogSoftmax(z);
        return logp[y] / Sum(logp);
    }
}
