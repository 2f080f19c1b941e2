using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Maximum mean discrepancy: how different the features of different domains are, by a mixture of normal kernels.</summary>
    /// <remarks>
    /// <para>
    /// Σ over pairs of domains of mean k(h, h') within the one + mean within the other − 2 · mean across, with k the sum of exp(−‖a − b‖² / (s · 2^m)) for m = −2 … 2 and s the mean squared
    /// distance of the batch, held fixed. A row's value is its share, so that their mean is the loss.
    /// </para>
    /// <para>
    /// Beside a loss on the labelled domain, for features that another domain shares. The batch must hold many rows of each domain. The wrong choice where classes
    /// have different shares in the domains. It compares a row with itself, too, so that it is ≥ 0 and not 0 for two samples of the same.
    /// </para>
    /// <para>Five kernels about the mean distance are those of the authors' code for deep adaptation networks.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="d">Domain [batch].</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Learning Transferable Features with Deep Adaptation Networks", 2015)]
    public static Scalar MaximumMeanDiscrepancy(Embedding h, Domain d)
    {
        Row<Other> squared = SquaredDistances(h, h);
        Scalar scale = Stop(BatchMean(Sum(squared, Not(IsSelf(squared))))) / Max(BatchCount(Sum(h)) - 1, 1);
        Row<Other> wide = Exp(-squared / (4 * scale + 1e-12));
        Row<Other> kernel = wide + Square(wide) + Pow(wide, 4) + Pow(wide, 8) + Pow(wide, 16);
        Scalar weight = 1 / CountBy(d);
        Scalar domains = BatchSum(weight);
        Row<Other> weighted = kernel * OfOthers(weight);
        Scalar sum = weight * ((domains - 1) * Sum(weighted, Same(d)) - Sum(weighted, Not(Same(d))));
        return BatchCount(sum) * sum;
    }
}
