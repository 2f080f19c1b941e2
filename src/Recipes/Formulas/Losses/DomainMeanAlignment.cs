using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Alignment of domains: their mean features should be the same.</summary>
    /// <remarks>
    /// <para>Σ_k (mean of h_k over the batch's rows of the row's domain − mean of h_k over the batch)².</para>
    /// <para>
    /// Beside a loss, for features that do not tell where a row is from: the maximum mean discrepancy of a linear kernel. The wrong choice where the domains
    /// hold the classes in unlike shares, whose features must differ then. Batches must hold many rows of each domain.
    /// </para>
    /// </remarks>
    /// <param name="h">Features [batch, features].</param>
    /// <param name="d">Domain [batch].</param>
    /// <returns>The penalty [batch], ≥ 0.</returns>
    [Loss, Paper("Deep Domain Confusion: Maximizing for Domain Invariance", 2014)]
    public static Scalar DomainMeanAlignment(Embedding h, Domain d) => Sum(Square(MeanBy(h, d) - BatchMean(h)));
}
