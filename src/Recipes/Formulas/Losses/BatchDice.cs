using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Dice loss over the batch: one minus the overlap of predicted and true rows of a class, the mean over the classes.</summary>
    /// <remarks>
    /// <para>The mean over the classes of 1 − (2 · Σ p · t + s)/(Σ p + Σ t + s), the sums over the rows of the batch, with p = σ(z); one number for all rows.</para>
    /// <para>
    /// The soft macro F1 score: every class counts the same, however rare. The wrong choice with batches that hold no row of most classes, and for
    /// calibrated probabilities.
    /// </para>
    /// <para>s = 1 is usual. <see cref="Dice"/> is the same along the other axis.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="t">Labels [batch, classes], 1 or 0.</param>
    /// <param name="smooth">What is added above and below, s.</param>
    /// <returns>The loss, one number for the batch, between 0 and 1.</returns>
    [Loss, Paper("sigmoidF1: A Smooth F1 Score Surrogate Loss for Multilabel Classification", 2021)]
    public static Scalar BatchDice(Logits z, MultiLabel t, [Range(1e-6, 1000)] double smooth = 1)
    {
        Row<Class> p = Sigmoid(z);
        return 1 - Mean((2 * BatchSum(p * t) + smooth) / (BatchSum(p) + BatchSum(t) + smooth));
    }
}
