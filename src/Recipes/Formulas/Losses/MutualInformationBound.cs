using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Less a lower bound of the mutual information of two views, by a learned bilinear critic (Donsker–Varadhan, as in MINE).</summary>
    /// <remarks>
    /// <para>−(t_ii − log mean over all pairs i ≠ j of exp(t_ij)), with t_ij = h_i · W v_j and W learned.</para>
    /// <para>
    /// For features that know of each other. The bound's variance grows exponentially with the information: above some nats take <c>ClippedMutualInformation</c>. A bilinear critic
    /// cannot see every dependence; the paper's is a network. 0 for a batch of one row.
    /// </para>
    /// <para>There are no knobs.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="critic">The critic's matrix W [features, features].</param>
    /// <returns>The loss [batch], in nats.</returns>
    [Loss, Paper("MINE: Mutual Information Neural Estimation", 2018)]
    [Technique("001-099", Part = "a network as critic, and the moving average that takes out the gradient's bias")]
    public static Scalar MutualInformationBound(Embedding h, OtherEmbedding v, LearnedMatrix<Feature, Feature> critic)
    {
        Row<Other> t = PairDot(h, Product(critic, v));
        Condition<Other> others = Not(IsSelf(t));
        Scalar ofRow = LogSumExp(t, others) - Log(Max(Count(others), 1));
        return Where(Greater(Count(others), 0), LogSumExp(OfOthers(ofRow)) - Log(BatchCount(ofRow)) - Sum(t, IsSelf(t)), 0);
    }
}
