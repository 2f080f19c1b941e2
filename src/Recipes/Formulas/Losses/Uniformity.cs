using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Uniformity: how unevenly the directions of the batch lie on the sphere.</summary>
    /// <remarks>
    /// <para>log mean over all pairs of exp(−t · ‖a_i − a_j‖²), with a the embeddings divided by their lengths; the same number for each row, 0 for a batch of one row.</para>
    /// <para>
    /// Beside <c>Alignment</c>, or beside a supervised loss against collapse. For both views of a self-supervised recipe it is declared twice, on each view. Alone it learns
    /// nothing of the data.
    /// </para>
    /// <para>t = 2 is the paper's.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="sharpness">The sharpness t.</param>
    /// <returns>The loss, one number for the batch, in [−4t, 0].</returns>
    [Loss, Paper("Understanding Contrastive Representation Learning through Alignment and Uniformity on the Hypersphere", 2020)]
    public static Scalar Uniformity(Embedding h, [Range(0, 100, ExclusiveMinimum = true)] double sharpness = 2)
    {
        Row<Feature> a = Direction(h);
        Row<Other> near = -sharpness * SquaredDistances(a, a);
        Condition<Other> others = Not(IsSelf(near));
        Scalar ofRow = LogSumExp(near, others) - Log(Max(Count(others), 1));
        return Where(Greater(Count(others), 0), LogSumExp(OfOthers(ofRow)) - Log(BatchCount(ofRow)), 0);
    }
}
