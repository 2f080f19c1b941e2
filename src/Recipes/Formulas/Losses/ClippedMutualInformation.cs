using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>SMILE: less a mutual information bound with a clipped partition, trained by the Jensen–Shannon bound.</summary>
    /// <remarks>
    /// <para>
    /// Value: −(t_ii − log mean over all pairs i ≠ j of exp(clip(t_ij, −τ, τ))), with t_ij = h_i · W v_j and W learned. Gradient: that of softplus(−t_ii) + mean over j ≠ i of softplus(t_ij).
    /// </para>
    /// <para>
    /// For features that know of each other. Small τ: less variance, more bias. A bilinear critic cannot see every dependence; the paper's is a network. 0 for a batch of one row.
    /// </para>
    /// <para>τ = 5 is the paper's.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="critic">The critic's matrix W [features, features].</param>
    /// <param name="clip">The bound τ of the critic in the partition.</param>
    /// <returns>The loss [batch], in nats.</returns>
    [Loss, Paper("Understanding the Limitations of Variational Mutual Information Estimators", 2020)]
    [Technique("001-129", Part = "a network as critic")]
    public static Scalar ClippedMutualInformation(
        Embedding h, OtherEmbedding v, LearnedMatrix<Feature, Feature> critic, [Range(0, 80, ExclusiveMinimum = true)] double clip = 5)
    {
        Row<Other> t = PairDot(h, Product(critic, v));
        Condition<Other> others = Not(IsSelf(t));
        Scalar joint = Sum(t, IsSelf(t));
        Scalar ofRow = LogSumExp(Clamp(t, -clip, clip), others) - Log(Max(Count(others), 1));
        Scalar value = LogSumExp(OfOthers(ofRow)) - Log(BatchCount(ofRow)) - joint;
        Scalar trained = Softplus(-joint) + Mean(Softplus(t), others);
        return Where(Greater(Count(others), 0), StraightThrough(value, trained), 0);
    }
}
