using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Cross-entropy to a target that is a probability for each class.</summary>
    /// <remarks>
    /// <para>−Σ_j t_j · log p_j, with p = softmax(z) and t the target.</para>
    /// <para>
    /// For labels by several people, mixed rows and stored predictions of a teacher. Proper, as cross-entropy is; its least value is the target's
    /// entropy. The wrong choice with targets that are already smoothed when the term smooths too.
    /// </para>
    /// <para>As <c>torch.nn.CrossEntropyLoss</c> with probabilities.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The target [batch, classes].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Rethinking the Inception Architecture for Computer Vision", 2016)]
    public static Scalar SoftTargetCrossEntropy(Logits z, SoftTarget target) => -Dot(target, LogSoftmax(z));
}
