using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Tversky loss: the Dice loss with weights of its own for classes too many and too few; a power makes it focal.</summary>
    /// <remarks>
    /// <para>
    /// (1 − (TP + s) / (TP + α · FP + β · FN + s))^γ, with TP = Σ_j p_j · t_j, FP = Σ_j p_j · (1 − t_j), FN = Σ_j (1 − p_j) · t_j, p = σ(z), t the labels
    /// and s the smoothing.
    /// </para>
    /// <para>
    /// β above α favours finding labels over being right about them. α = β = ½ is the Dice loss, α = β = 1 the Jaccard loss. The wrong choice where the
    /// probabilities are read.
    /// </para>
    /// <para>α = 0.3 and β = 0.7 are the paper's. γ = 1; 0.75 is that of the focal Tversky loss. s = 1, so that rows without labels are defined.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0.</param>
    /// <param name="alpha">The weight α of classes too many.</param>
    /// <param name="beta">The weight β of classes too few.</param>
    /// <param name="gamma">The power γ.</param>
    /// <param name="smooth">The smoothing s.</param>
    /// <returns>The loss [batch], in [0, 1].</returns>
    [Loss, Paper("Tversky loss function for image segmentation using 3D fully convolutional deep networks", 2017)]
    public static Scalar Tversky(
        Logits z, MultiLabel target, [Range(0, 10)] double alpha = 0.3, [Range(0, 10)] double beta = 0.7, [Range(0.1, 10)] double gamma = 1,
        [Range(0, 1000, ExclusiveMinimum = true)] double smooth = 1)
    {
        Row<Class> p = Sigmoid(z);
        Scalar found = Dot(p, target);
        Scalar errors = alpha * Dot(p, 1 - target) + beta * Dot(1 - p, target);
        return Pow(errors / (found + errors + smooth), gamma);
    }
}
