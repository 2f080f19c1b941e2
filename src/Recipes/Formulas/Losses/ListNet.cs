using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>ListNet: cross-entropy between the top-one probabilities that relevances and scores give to the rows of a query.</summary>
    /// <remarks>
    /// <para>−Σ_j softmax(y)_j · log softmax(s)_j over the rows j of the query. Every row has its query's loss.</para>
    /// <para>
    /// For ranking with grades of relevance: smooth, and most of it about the top. The wrong choice for relevances of large numbers, whose softmax is one
    /// row: scale them. A batch must hold whole queries.
    /// </para>
    /// <para>The top-one form of the paper, with its exponential.</para>
    /// </remarks>
    /// <param name="z">Scores [batch, 1]; of several outputs their mean.</param>
    /// <param name="y">Relevance [batch].</param>
    /// <param name="g">Query [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Learning to Rank: From Pairwise Approach to Listwise Approach", 2007)]
    public static Scalar ListNet(Outputs z, Target y, Group g) => -Dot(Softmax(OfOthers(y), Same(g)), LogSoftmax(OfOthers(Mean(z)), Same(g)));
}
