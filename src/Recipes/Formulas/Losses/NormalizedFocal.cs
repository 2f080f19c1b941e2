using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Normalised focal loss: the focal loss at the label as a share of the focal losses at all labels.</summary>
    /// <remarks>
    /// <para>f_y / Σ_j f_j with f_j = −(1 − p_j)^γ · log p_j and p = softmax(z).</para>
    /// <para>
    /// For wrong labels, as the active half beside a passive loss such as <c>[ReverseCrossEntropy]</c>; alone it learns too little. The gradient is that
    /// of the formula; the authors' code holds the factor (1 − p)^γ fixed.
    /// </para>
    /// <para>γ = 0.5 is the paper's; 0 is normalised cross-entropy.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="gamma">How strongly the easy classes are discounted.</param>
    /// <returns>The loss [batch], in [0, 1].</returns>
    [Loss, Paper("Normalized Loss Functions for Deep Learning with Noisy Labels", 2020)]
    [Technique("001-019", Part = "one half of an active-passive loss, which is two terms of a recipe")]
    public static Scalar NormalizedFocal(Logits z, Label y, [Range(0, 10)] double gamma = 0.5)
    {
        Row<Class> logp = LogSoftmax(z);
        Row<Class> focal = Pow(-Expm1(logp), gamma) * logp;
        return focal[y] / Sum(focal);
    }
}
