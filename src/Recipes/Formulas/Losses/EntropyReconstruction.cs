using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Entropy and reconstruction: the embeddings of the batch spread over the sphere, and each view near the other.</summary>
    /// <remarks>
    /// <para>
    /// ½ · Σ over both views of log mean over the others j of exp(κ · a_i · a_j), minus κ · a_i · b_i, with a and b the embeddings of both views divided by their lengths; 0 for a batch of one row.
    /// </para>
    /// <para>
    /// A bound of the mutual information of the views whose parts can be seen apart: less entropy (by a kernel estimate), and reconstruction. Terms for two views without
    /// such an entropy collapse in small batches. The constants of the density are left out.
    /// </para>
    /// <para>κ = 10 is that of the authors' code. The row itself is left out of its estimate.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="concentration">The concentration κ.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("The Role of Entropy and Reconstruction in Multi-View Self-Supervised Learning", 2023)]
    [Technique("001-049", Part = "the discrete form, and other estimates of the entropy")]
    public static Scalar EntropyReconstruction(Embedding h, OtherEmbedding v, [Range(0, 1000, ExclusiveMinimum = true)] double concentration = 10)
    {
        Row<Feature> a = Direction(h);
        Row<Feature> b = Direction(v);
        Row<Other> first = concentration * PairDot(a, a);
        Row<Other> second = concentration * PairDot(b, b);
        Condition<Other> others = Not(IsSelf(first));
        Scalar density = 0.5 * (LogSumExp(first, others) + LogSumExp(second, others)) - Log(Max(Count(others), 1));
        return Where(Greater(Count(others), 0), density - concentration * Dot(a, b), 0);
    }
}
