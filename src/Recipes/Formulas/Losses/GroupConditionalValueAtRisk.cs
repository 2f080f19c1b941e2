using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Conditional value at risk over groups: the mean loss of the share of groups that fare worst.</summary>
    /// <remarks>
    /// <para>
    /// η + mean over the batch's groups of max(L_g − η, 0)/α, with L_g the mean cross-entropy of the batch's rows of group g and η learned beside the
    /// weights; one number for all rows.
    /// </para>
    /// <para>
    /// Between the mean of the groups (α = 1) and the worst of them (α → 0): for many groups, users or sites, some of which must not be left behind. The wrong
    /// choice with batches that hold few groups. For rows instead of groups it is <see cref="ConditionalValueAtRisk"/>.
    /// </para>
    /// <para>α = 0.5 is ours: the worse half.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="g">Group [batch].</param>
    /// <param name="threshold">The learned threshold η.</param>
    /// <param name="alpha">The share α of groups.</param>
    /// <returns>The loss, one number for the batch.</returns>
    [Loss, Paper("Fairness Risk Measures", 2019)]
    public static Scalar GroupConditionalValueAtRisk(Logits z, Label y, Group g, Learned threshold, [Range(0.01, 1)] double alpha = 0.5)
    {
        Scalar share = 1 / CountBy(g);
        Scalar beyond = Max(MeanBy(-LogSoftmax(z)[y], g) - threshold, 0);
        return threshold + BatchSum(share * beyond) / (alpha * BatchSum(share));
    }
}
