using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Adaptive multi-head contrastive loss (AMCL): two learned projections, each with a temperature for every pair.</summary>
    /// <remarks>
    /// <para>
    /// Mean over the heads of log Σ_j exp(s_ij / τ_ij) − s_ii / τ_ii + β · mean_j (log τ_ij + 1/τ_ij), with s the cosines between the projections of h_i and the second view's v_j, and τ_ij = low + (high − low) · sigmoid(t_ij),
    /// t the products of further learned projections of both.
    /// </para>
    /// <para>
    /// For views made by many strong augmentations, some of whose positive pairs are hardly alike: their temperature may rise. β holds temperatures near 1, without it they would all fall. The wrong choice with weak
    /// augmentations, where <c>NtXent</c> is as good and simpler.
    /// </para>
    /// <para>
    /// The paper's formula was not found; that temperatures are a sigmoid of a product of projections between bounds, and a term of their logarithm and inverse, is from a re-implementation, with β = 0.1 and high = 2. low = 0.05 is ours.
    /// </para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="first">The first head's projection [features, features].</param>
    /// <param name="second">The second head's projection [features, features].</param>
    /// <param name="firstHeat">The projection of the first head's temperatures [features, features].</param>
    /// <param name="secondHeat">The projection of the second head's temperatures [features, features].</param>
    /// <param name="low">The least temperature.</param>
    /// <param name="high">The greatest temperature.</param>
    /// <param name="beta">The weight β that holds temperatures.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Adaptive Multi-head Contrastive Learning", 2024)]
    [Technique("003-028", Part = "heads that are networks: here two, linear; the paper's weighting of heads")]
    public static Scalar MultiHeadContrastive(
        Embedding h, OtherEmbedding v, LearnedMatrix<Feature, Feature> first, LearnedMatrix<Feature, Feature> second,
        LearnedMatrix<Feature, Feature> firstHeat, LearnedMatrix<Feature, Feature> secondHeat,
        [Range(0.01, 1)] double low = 0.05, [Range(1, 10)] double high = 2, [Range(0, 100)] double beta = 0.1)
    {
        Row<Feature> a = Direction(h);
        Row<Feature> b = Direction(v);
        Row<Other> firstTau = low + (high - low) * Sigmoid(PairDot(Product(firstHeat, a), Product(firstHeat, b)));
        Row<Other> secondTau = low + (high - low) * Sigmoid(PairDot(Product(secondHeat, a), Product(secondHeat, b)));
        Row<Other> s = PairDot(Direction(Product(first, a)), Direction(Product(first, b))) / firstTau;
        Row<Other> t = PairDot(Direction(Product(second, a)), Direction(Product(second, b))) / secondTau;
        Scalar contrast = LogSumExp(s) + LogSumExp(t) - Sum(s + t, IsSelf(s));
        return 0.5 * (contrast + beta * Mean(Log(firstTau) + 1 / firstTau + Log(secondTau) + 1 / secondTau));
    }
}
