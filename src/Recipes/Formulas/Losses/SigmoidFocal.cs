using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Focal loss of one yes-or-no question for each class.</summary>
    /// <remarks>
    /// <para>
    /// −Σ_j α_j · (1 − π_j)^γ · log π_j, with π_y = σ(z_y) and α_y = α for the true class, π_j = 1 − σ(z_j) and α_j = 1 − α for the others.
    /// </para>
    /// <para>
    /// The form of detectors, for many classes that most rows do not have. The wrong choice where the probabilities of the classes should sum to 1: a
    /// recipe predicts by softmax, whose probabilities this does not train.
    /// </para>
    /// <para>γ = 2 and α = 0.25 are the paper's and those of <c>torchvision.ops.sigmoid_focal_loss</c>; summed over the classes, as in the paper.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="alpha">The weight α of the true class against 1 − α of the others.</param>
    /// <param name="gamma">How strongly the easy examples are discounted.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Focal Loss for Dense Object Detection", 2017)]
    [Technique("001-031", Part = "the start of the last bias at the prior")]
    public static Scalar SigmoidFocal(Logits z, Label y, [Range(0, 1)] double alpha = 0.25, [Range(0, 10)] double gamma = 2)
    {
        Row<Class> truth = OneHot(y, z);
        Row<Class> wrong = (1 - 2 * truth) * z;
        return Sum((1 - alpha + (2 * alpha - 1) * truth) * Pow(Sigmoid(wrong), gamma) * Softplus(wrong));
    }
}
