using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>ArcFace: cross-entropy on scaled cosines, the true one's angle widened by a margin.</summary>
    /// <remarks>
    /// <para>
    /// −log softmax(s · c)_y with c_j = z_j for the wrong classes and c_y = cos(arccos z_y + m); where the angle would pass π, c_y = z_y − m · sin m, as in the
    /// authors' code.
    /// </para>
    /// <para>
    /// For features that are compared later by their angle (faces, products). The logits must be cosines, in [−1, 1], from a head that normalises both
    /// sides; what is outside is taken for the nearest end. The wrong choice where the probabilities are read.
    /// </para>
    /// <para>s = 64 and m = 0.5 are the paper's; few classes bear less (s = 30).</para>
    /// </remarks>
    /// <param name="z">Cosines [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="scale">The scale s.</param>
    /// <param name="margin">The margin m in radians.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("ArcFace: Additive Angular Margin Loss for Deep Face Recognition", 2019)]
    public static Scalar ArcFace(Logits z, Label y, [Range(0, 1000, ExclusiveMinimum = true)] double scale = 64, [Range(0, Pi / 2)] double margin = 0.5)
    {
        Row<Class> cosine = Clamp(z, -1, 1);
        Scalar sineOfMargin = Cos(margin - Pi / 2);
        Scalar c = cosine[y];
        Scalar widened = c * Cos(margin) - Sqrt(Max(1 - Square(c), 1e-12)) * sineOfMargin;
        Scalar target = Where(Greater(c, -Cos(margin)), widened, c - margin * sineOfMargin);
        return LogSumExp(Where(Greater(OneHot(y, z), 0.5), 0, scale * (cosine - target)));
    }
}
