using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>ListMLE: the likelihood of a query's true order when rows are drawn one after the other by their scores.</summary>
    /// <remarks>
    /// <para>log Σ_j exp(s_j) − s_i, j over the rows of the same query that are no more relevant than row i: the row's own place in the order.</para>
    /// <para>
    /// For whole orders, of which every place counts the same. The wrong choice where only the top matters, and for few grades: rows of the same relevance,
    /// whose order the paper takes as given, count in each other's sums. A batch must hold whole queries.
    /// </para>
    /// </remarks>
    /// <param name="z">Scores [batch, 1]; of several outputs their mean.</param>
    /// <param name="y">Relevance [batch].</param>
    /// <param name="g">Query [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Listwise Approach to Learning to Rank: Theory and Algorithm", 2008)]
    public static Scalar ListMle(Outputs z, Target y, Group g) =>
        LogSumExp(OfOthers(Mean(z)), And(Same(g), LessOrEqual(OfOthers(y), y))) - Mean(z);
}
