using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Multi-class hinge: the strongest wrong logit should stay a margin below the true one.</summary>
    /// <remarks>
    /// <para>max_j (z_j + m · [j ≠ y]) − z_y.</para>
    /// <para>
    /// The hinge of Crammer and Singer. One wrong class learns at a time. The wrong choice where probabilities are read: it only ranks.
    /// </para>
    /// <para>m = 1 as in <c>optax.losses.multiclass_hinge_loss</c>.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The margin m.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines", 2001)]
    public static Scalar MulticlassHinge(Logits z, Label y, [Range(0, 1000)] double margin = 1) =>
        Max(z - margin * OneHot(y, z)) + margin - z[y];
}
