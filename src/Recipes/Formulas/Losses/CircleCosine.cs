using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Circle loss on class cosines: each similarity is pulled the more the farther it is from its optimum.</summary>
    /// <remarks>
    /// <para>
    /// log(1 + Σ_{j≠y} exp(γ · (a_j · (z_j − m) − a_y · (z_y − 1 + m)))), with z the cosines between features and class vectors, a_j = max(0, z_j + m) and
    /// a_y = max(0, 1 + m − z_y) held fixed.
    /// </para>
    /// <para>
    /// For features that are compared later by their angle. The logits must be cosines, in [−1, 1], from a head that normalises both sides. The wrong
    /// choice where the probabilities are read.
    /// </para>
    /// <para>m = 0.25 and γ = 256 are the paper's for face recognition, with class vectors; pairs of embeddings are another loss.</para>
    /// </remarks>
    /// <param name="z">Cosines [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The margin m: how near to 1 and 0 the similarities should come.</param>
    /// <param name="scale">The scale γ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Circle Loss: A Unified Perspective of Pair Similarity Optimization", 2020)]
    [Technique("001-059")]
    public static Scalar CircleCosine(
        Logits z, Label y, [Range(0, 1)] double margin = 0.25, [Range(0, 1000, ExclusiveMinimum = true)] double scale = 256)
    {
        Row<Class> wrong = Stop(Max(z + margin, 0)) * (z - margin);
        Scalar right = Stop(Max(1 + margin - z[y], 0)) * (z[y] - 1 + margin);
        // The true class's own place holds the 1 of the logarithm.
        return LogSumExp(Where(Greater(OneHot(y, z), 0.5), 0, scale * (wrong - right)));
    }
}
