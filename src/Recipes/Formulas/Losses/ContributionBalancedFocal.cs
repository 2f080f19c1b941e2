using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Contribution-balanced focal loss: every class has the same say in the focal loss of several labels, by a running mean.</summary>
    /// <remarks>
    /// <para>
    /// 1/C · Σ_j (r̄ / r_j) · ℓ_j, with ℓ_j the focal loss of class j, r_j ← β · r_j + (1 − β) · (mean of ℓ_j over the batch), updated first, and r̄ the
    /// mean of r over the C classes.
    /// </para>
    /// <para>
    /// Unlike fixed inverse frequencies the weights follow what a class still contributes. The wrong choice beside weights of classes or samplers, and
    /// with wrong labels.
    /// </para>
    /// <para>
    /// γ = 2 is the focal loss's. The paper's formula for the weights was not found in released code; this is the ratio that its text describes, and β =
    /// 0.9 is ours.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0.</param>
    /// <param name="contribution">The running mean of each class's loss [classes].</param>
    /// <param name="gamma">How strongly easy answers are discounted.</param>
    /// <param name="momentum">The share β of the running mean that is kept at each step.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Multi-Label Sentiment Analysis on 100 Languages with Dynamic Weighting for Label Imbalance", 2020)]
    [Technique("001-025", Part = "the thresholds of the classes, which are a decision rule")]
    public static Scalar ContributionBalancedFocal(
        Logits z, MultiLabel target, ref Running<Class> contribution, [Range(0, 10)] double gamma = 2, [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0.9)
    {
        Row<Class> wrong = (1 - 2 * target) * z;
        Row<Class> loss = Pow(Sigmoid(wrong), gamma) * Softplus(wrong);
        contribution = momentum * contribution + (1 - momentum) * BatchMean(loss);
        return Mean(Mean(contribution) / Max(contribution, 1e-12) * loss);
    }
}
