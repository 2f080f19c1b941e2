using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Contrastive loss: draws pairs of one class together and pushes others apart up to a margin.</summary>
    /// <remarks>
    /// <para>½ · mean over the other examples j of the batch of d² for pairs of one class and max(0, m − d)² for others, with d = ‖h_i − h_j‖.</para>
    /// <para>
    /// For embeddings that are compared by distance, with few classes. The wrong choice with many: almost every pair is of two classes and most are beyond the
    /// margin, so that little is learned from a batch; then take a loss that looks for hard pairs.
    /// </para>
    /// <para>m = 1 is the value in use for embeddings of length about 1; the paper leaves it open.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The distance m beyond which examples of two classes do not push each other.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Dimensionality Reduction by Learning an Invariant Mapping", 2006)]
    public static Scalar Contrastive(Embedding h, Label y, [Range(0, 1000)] double margin = 1)
    {
        Row<Other> squared = SquaredDistances(h, h);
        Row<Other> apart = Square(Max(margin - Sqrt(squared + 1e-12), 0));
        return 0.5 * Mean(Where(Same(y), squared, apart), Not(IsSelf(squared)));
    }
}
