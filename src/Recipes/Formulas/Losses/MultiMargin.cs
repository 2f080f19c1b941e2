using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Multi-class margin loss: every wrong logit should stay a margin below the true one.</summary>
    /// <remarks>
    /// <para>1/C · Σ_{j≠y} max(0, m − z_y + z_j)^e, with e = 1, or 2 if <c>squared</c>, and C classes.</para>
    /// <para>
    /// The hinge of Weston and Watkins. Rows beyond the margin have no gradient, so few rows decide. The wrong choice where probabilities are read: it
    /// only ranks.
    /// </para>
    /// <para>m = 1 and e = 1, and the division by C, are those of <c>torch.nn.MultiMarginLoss</c>.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="margin">The margin m.</param>
    /// <param name="squared">Whether violations count by their square.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Support Vector Machines for Multi-Class Pattern Recognition", 1999)]
    public static Scalar MultiMargin(Logits z, Label y, [Range(0, 1000)] double margin = 1, bool squared = false)
    {
        Row<Class> violation = Max(margin - z[y] + z, 0) * (1 - OneHot(y, z));
        return squared ? Mean(Square(violation)) : Mean(violation);
    }
}
