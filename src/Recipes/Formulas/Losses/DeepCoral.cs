using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Deep CORAL: the covariances of the features in different domains should be the same.</summary>
    /// <remarks>
    /// <para>
    /// Σ over pairs of domains of ‖C_d − C_e‖² / (4 k²), with C the covariance [k, k] of the batch's rows of a domain. A row's value is its share, so that their mean is the loss.
    /// </para>
    /// <para>
    /// Beside a loss on the labelled domain, for features that another domain shares. The batch must hold many rows of each domain. The wrong choice where classes
    /// have different shares in the domains: then covariances ought to differ.
    /// </para>
    /// <para>There are no knobs; the authors set the weight so that both losses end about equal.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="d">Domain [batch].</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Deep CORAL: Correlation Alignment for Deep Domain Adaptation", 2016)]
    public static Scalar DeepCoral(Embedding h, Domain d)
    {
        Row<Feature> u = h - MeanBy(h, d);
        Scalar weight = 1 / Max(CountBy(d) - 1, 1);
        Scalar domains = BatchSum(1 / CountBy(d));
        Row<Other> alike = Square(PairDot(u, u)) * OfOthers(weight);
        Scalar sum = weight * ((domains - 1) * Sum(alike, Same(d)) - Sum(alike, Not(Same(d))));
        return BatchCount(sum) * sum / (4 * h.Count * h.Count);
    }
}
