using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Holistic robust cross-entropy: the worst case when a share of the rows is poisoned and the others are a small sample.</summary>
    /// <remarks>
    /// <para>
    /// α · max_i ℓ_i + (1 − α) · (λ · r + λ · log(1/B · Σ_i exp(ℓ_i / λ))), with ℓ = −log softmax(z)_y over the B rows of the batch and a learned λ =
    /// softplus(s) + 0.01; the same number for each row.
    /// </para>
    /// <para>
    /// λ is the dual variable of the ball of radius r, found with the weights. For guarantees under poisoning (α), small samples (r) and, on attacked
    /// rows, evasion. The wrong choice with wrong labels, which it weighs up.
    /// </para>
    /// <para>
    /// α = 0.1 and r = 0.1 are in the paper's ranges. The paper's set is tighter in how the two shares combine; this is its bound that splits them.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="dual">The learned number s.</param>
    /// <param name="poisoned">The share α of poisoned rows.</param>
    /// <param name="radius">The divergence r that sampling may have caused.</param>
    /// <returns>The loss, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Certified Robust Neural Networks: Generalization and Corruption Resistance", 2023)]
    [Technique("002-129", Part = "the exact joint set of both shares, and the attack on the rows")]
    public static Scalar HolisticRobustCrossEntropy(
        Logits z, Label y, Learned dual, [Range(0, 1)] double poisoned = 0.1, [Range(0, 10)] double radius = 0.1)
    {
        Scalar loss = -LogSoftmax(z)[y];
        Scalar scale = Softplus(dual) + 0.01;
        Scalar sampled = scale * (radius + LogSumExp(OfOthers(loss / scale)) - Log(BatchCount(loss)));
        return poisoned * Max(OfOthers(loss)) + (1 - poisoned) * sampled;
    }
}
