using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Focal loss for several labels: classes that are answered well already count less.</summary>
    /// <remarks>
    /// <para>
    /// 1/C · Σ_j (α · t_j · (1 − p_j)^γ · log(1 + e^(−z_j)) + (1 − α) · (1 − t_j) · p_j^γ · log(1 + e^(z_j))), with p = σ(z), t the labels and C classes.
    /// </para>
    /// <para>
    /// For many classes that most rows do not have. The wrong choice with wrong labels, which it weighs up, and where the probabilities are read as they
    /// come out.
    /// </para>
    /// <para>
    /// γ = 2 and α = 0.25 are the paper's and those of <c>torchvision.ops.sigmoid_focal_loss</c>, of which this is the mean over the classes.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0.</param>
    /// <param name="alpha">The weight α of the classes that hold against 1 − α of the others.</param>
    /// <param name="gamma">How strongly easy answers are discounted.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Focal Loss for Dense Object Detection", 2017)]
    public static Scalar MultiLabelFocal(Logits z, MultiLabel target, [Range(0, 1)] double alpha = 0.25, [Range(0, 10)] double gamma = 2) => Mean(
        alpha * target * Pow(Sigmoid(-z), gamma) * Softplus(-z) + (1 - alpha) * (1 - target) * Pow(Sigmoid(z), gamma) * Softplus(z));
}
