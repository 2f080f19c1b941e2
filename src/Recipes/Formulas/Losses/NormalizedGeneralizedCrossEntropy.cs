using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Normalised generalised cross-entropy: the loss at the label as a share of the losses at all labels.</summary>
    /// <remarks>
    /// <para>(1 − p_y^q) / Σ_j (1 − p_j^q), with p = softmax(z).</para>
    /// <para>For wrong labels, beside another loss; alone it learns too little, and on clean labels cross-entropy is better. q = 0.7 is the authors'.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="q">How far the inner loss is from cross-entropy.</param>
    /// <returns>The loss [batch], in [0, 1].</returns>
    [Loss, Paper("Normalized Loss Functions for Deep Learning with Noisy Labels", 2020)]
    [Technique("001-019", Part = "one half of an active-passive loss, which is two terms of a recipe")]
    public static Scalar NormalizedGeneralizedCrossEntropy(Logits z, Label y, [Range(0, 1, ExclusiveMinimum = true)] double q = 0.7)
    {
        Row<Class> loss = Expm1(q * LogSoftmax(z));
        return loss[y] / Sum(loss);
    }
}
