using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Square loss on the logits, with the true class weighed up and its target raised.</summary>
    /// <remarks>
    /// <para>1/C · (k · (z_y − M)² + Σ_{j≠y} z_j²), with C classes.</para>
    /// <para>
    /// Regression on the classes: as accurate as cross-entropy for many networks, and without exponentials. The logits are no longer those of softmax, whose
    /// probabilities come out too even: the wrong choice where they are read uncalibrated.
    /// </para>
    /// <para>k = 1 and M = 1 are plain regression; the paper takes k = 15 and M = 30 for a thousand classes.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="trueWeight">The weight k of the true class.</param>
    /// <param name="trueTarget">The target M of the true class.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Evaluation of Neural Architectures Trained with Square Loss vs Cross-Entropy in Classification Tasks", 2021)]
    public static Scalar SquareLoss(
        Logits z, Label y, [Range(0, 1000, ExclusiveMinimum = true)] double trueWeight = 1, [Range(0, 1000, ExclusiveMinimum = true)] double trueTarget = 1) =>
        (Sum(Square(z)) - Square(z[y]) + trueWeight * Square(z[y] - trueTarget)) / z.Count;
}
