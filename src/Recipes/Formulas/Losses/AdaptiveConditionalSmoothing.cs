using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Adaptive and conditional label smoothing (ACLS): logits beyond a margin are drawn back, the farther the stronger.</summary>
    /// <remarks>
    /// <para>λ₊ · max(0, max_k z_k − m)² + λ₋ / (C − 1) · Σ_j max(0, max_k z_k − z_j − m)², with C classes and the maximum of the second part held fixed.</para>
    /// <para>
    /// Beside cross-entropy, for calibration. The greatest logit is held down, and the others are not let fall too far below it; within the margin it does
    /// nothing. The wrong choice with smoothed or mixed labels, which do the same once more.
    /// </para>
    /// <para>The label is not used. m = 10 (6 to 10 for CIFAR), λ₊ = 1, λ₋ = 0.1 and weight 0.1 are those of the authors' code.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <param name="margin">The margin m.</param>
    /// <param name="positive">The weight λ₊ of the greatest logit.</param>
    /// <param name="negative">The weight λ₋ of the others.</param>
    /// <returns>The penalty [batch], ≥ 0.</returns>
    [Loss, Paper("ACLS: Adaptive and Conditional Label Smoothing for Network Calibration", 2023)]
    [Technique("002-002")]
    public static Scalar AdaptiveConditionalSmoothing(
        Logits z, Label y, [Range(0, 1000)] double margin = 10, [Range(0, 100)] double positive = 1, [Range(0, 100)] double negative = 0.1)
    {
        Scalar greatest = Max(z);
        Scalar below = Sum(Square(Max(Stop(greatest) - z - margin, 0))) / (z.Count - 1);
        return positive * Square(Max(greatest - margin, 0)) + negative * below;
    }
}
