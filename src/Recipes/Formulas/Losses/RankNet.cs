using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>RankNet: of two rows of a query the more relevant should have the higher score.</summary>
    /// <remarks>
    /// <para>Σ_j softplus(−σ · (s_i − s_j)) over the less relevant rows j of the same query, by the number of rows of the query.</para>
    /// <para>
    /// For preferences and grades of relevance. The wrong choice where only the top of the list is read: all pairs count the same; take
    /// <see cref="LambdaLoss"/>. A batch must hold whole queries.
    /// </para>
    /// <para>σ = 1 is the paper's. It sums over pairs; by the rows, the loss does not grow with the length of lists.</para>
    /// </remarks>
    /// <param name="z">Scores [batch, 1]; of several outputs their mean.</param>
    /// <param name="y">Relevance [batch].</param>
    /// <param name="g">Query [batch].</param>
    /// <param name="sigma">The slope σ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Learning to Rank using Gradient Descent", 2005)]
    public static Scalar RankNet(Outputs z, Target y, Group g, [Range(0, 1000, ExclusiveMinimum = true)] double sigma = 1)
    {
        Row<Other> behind = OfOthers(Mean(z)) - Mean(z);
        return Sum(Softplus(sigma * behind), And(Same(g), Less(OfOthers(y), y))) / CountBy(g);
    }
}
