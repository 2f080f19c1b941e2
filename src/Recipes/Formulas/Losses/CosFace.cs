using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>CosFace: cross-entropy on scaled cosines, the true one less a margin.</summary>
    /// <remarks>
    /// <para>−log softmax(s · (z − m · e_y))_y, with z the cosines between features and class vectors, s the scale and m the margin.</para>
    /// <para>
    /// For features that are compared later by their angle (faces, products). The logits must be cosines, in [−1, 1], from a head that normalises both
    /// sides: on others the scale alone saturates softmax. The wrong choice where the probabilities are read.
    /// </para>
    /// <para>s = 64 and m = 0.35 are the paper's; few classes bear less (s = 30).</para>
    /// </remarks>
    /// <param name="z">Cosines [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="scale">The scale s.</param>
    /// <param name="margin">The margin m.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("CosFace: Large Margin Cosine Loss for Deep Face Recognition", 2018)]
    public static Scalar CosFace(Logits z, Label y, [Range(0, 1000, ExclusiveMinimum = true)] double scale = 64, [Range(0, 2)] double margin = 0.35) =>
        LogSumExp(scale * (z - z[y] + margin * (1 - OneHot(y, z))));
}
