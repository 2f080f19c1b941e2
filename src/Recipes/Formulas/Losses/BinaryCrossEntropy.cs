using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Binary cross-entropy: a yes-or-no cross-entropy for each class, of which any number may hold.</summary>
    /// <remarks>
    /// <para>1/C · Σ_j (w · t_j · log(1 + e^(−z_j)) + (1 − t_j) · log(1 + e^(z_j))), with t the labels and C classes.</para>
    /// <para>
    /// The loss to begin with for several labels, and a proper one for each class. The wrong choice for one label of many, where softmax knows that the
    /// others are excluded.
    /// </para>
    /// <para>
    /// The mean over the classes, and w = 1, as <c>torch.nn.BCEWithLogitsLoss</c> and <c>MultiLabelSoftMarginLoss</c>; w is their <c>pos_weight</c>.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0, or between.</param>
    /// <param name="positiveWeight">The weight w of the classes that hold.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Large-scale Multi-label Text Classification: Revisiting Neural Networks", 2014)]
    [Technique("001-041", Part = "the further outputs that are dropped in prediction: a teacher's answers are soft labels of the data")]
    public static Scalar BinaryCrossEntropy(Logits z, MultiLabel target, [Range(0, 1000)] double positiveWeight = 1) =>
        Mean(positiveWeight * target * Softplus(-z) + (1 - target) * Softplus(z));
}
