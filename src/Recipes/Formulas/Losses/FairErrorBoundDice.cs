using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Fair error-bound scaling: Dice loss in which the predictions of groups with high loss are scaled down, so that these cost more.</summary>
    /// <remarks>
    /// <para>
    /// The loss of <see cref="Dice"/> with w_g · p for p, where w_g = tanh((min_h L_h/L_g)^γ), held fixed, and L_g is the mean Dice loss of the batch's rows of
    /// group g.
    /// </para>
    /// <para>
    /// For segmentation and several labels over groups that should be served alike. The wrong choice with batches that lack groups, and alone, as no
    /// prediction is then large enough: the paper has cross-entropy beside it.
    /// </para>
    /// <para>γ = 1 is the released code's; 0 treats all groups alike. s = 1 as for <see cref="Dice"/>.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="t">Labels [batch, classes], 1 or 0.</param>
    /// <param name="g">Group [batch].</param>
    /// <param name="gamma">How strongly groups are told apart, γ.</param>
    /// <param name="smooth">What is added above and below, s.</param>
    /// <returns>The loss [batch], between 0 and 1.</returns>
    [Loss, Paper("FairSeg: A Large-Scale Medical Image Segmentation Dataset for Fairness Learning Using Segment Anything Model with Fair Error-Bound Scaling", 2024)]
    [Technique("001-164")]
    public static Scalar FairErrorBoundDice(Logits z, MultiLabel t, Group g, [Range(0, 10)] double gamma = 1, [Range(1e-6, 1000)] double smooth = 1)
    {
        Scalar ofGroup = MeanBy(Dice(z, t, smooth), g);
        Scalar weight = Stop(Tanh(Pow(Min(OfOthers(ofGroup)) / Max(ofGroup, 1e-12), gamma)));
        Row<Class> p = weight * Sigmoid(z);
        return 1 - (2 * Sum(p * t) + smooth) / (Sum(p) + Sum(t) + smooth);
    }
}
