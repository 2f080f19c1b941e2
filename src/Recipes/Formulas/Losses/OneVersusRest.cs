using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>One against the rest: a yes-or-no cross-entropy for each class.</summary>
    /// <remarks>
    /// <para>log(1 + e^(−z_y)) + Σ_{j≠y} log(1 + e^(z_j)).</para>
    /// <para>
    /// Every class learns to say no by itself, so a row that is like no class gets small logits everywhere. The wrong choice where the probabilities of
    /// the classes should sum to 1: a recipe predicts by softmax, whose probabilities this does not train.
    /// </para>
    /// <para>Summed over the classes, as in the paper; divide the weight by C for the mean that <c>torch.nn.MultiLabelSoftMarginLoss</c> takes.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("One-vs-the-Rest Loss to Focus on Important Samples in Adversarial Training", 2023)]
    public static Scalar OneVersusRest(Logits z, Label y) => Sum(Softplus(z)) - z[y];
}
