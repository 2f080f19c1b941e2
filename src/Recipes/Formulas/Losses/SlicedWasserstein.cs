using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Sliced Wasserstein distance on learned directions: how far two views' features lie apart, put in order along directions that tell them apart best.</summary>
    /// <remarks>
    /// <para>
    /// Mean over the directions k of |a_(i),k − b_(i),k|^p, with a_k = θ_k · h and b_k = θ_k · v for directions θ_k of length 1, learned to make it greater, and x_(i),k the i-th greatest in the batch.
    /// </para>
    /// <para>
    /// For features of two sources that should be spread alike, whichever row belongs to which: the second view is a row of the other source. The wrong choice for two views of one row, which should agree row
    /// by row, and in batches of few rows.
    /// </para>
    /// <para>There are as many directions as features. p = 2 is the usual one. Directions by chance see little in many dimensions; those that are learned may see the batch only.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the other source [batch, features].</param>
    /// <param name="directions">The directions θ [directions, features], before they are brought to length 1.</param>
    /// <param name="power">The power p.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Shedding a PAC-Bayesian Light on Adaptive Sliced-Wasserstein Distances", 2023)]
    [Technique("001-191", Part = "a distribution of directions, held near to the even one: directions themselves are learned")]
    public static Scalar SlicedWasserstein(Embedding h, OtherEmbedding v, [Ascends] LearnedMatrix<Feature, Feature> directions, [Range(1, 2)] double power = 2)
    {
        Row<Feature> length = Sqrt(RowSums(Square(directions)) + 1e-12);
        Row<Feature> apart = BatchSorted(Product(directions, h) / length) - BatchSorted(Product(directions, v) / length);
        return Mean(Pow(Abs(apart), power));
    }
}
