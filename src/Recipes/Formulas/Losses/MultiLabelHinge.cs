using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Hinge loss for several labels: present classes at least at 1, absent ones at most at −1.</summary>
    /// <remarks>
    /// <para>1/C · Σ_j max(0, 1 − s_j · z_j)^e with s = 1 for present classes and −1 for absent ones, C classes, e = 1 or 2 if <c>squared</c>.</para>
    /// <para>
    /// A support vector machine for each class. Answers beyond the margin have no gradient. The wrong choice where probabilities are read: it only ranks.
    /// </para>
    /// <para>e = 1 as in <c>optax.losses.hinge_loss</c>.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0.</param>
    /// <param name="squared">Whether violations count by their square.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Support-Vector Networks", 1995)]
    public static Scalar MultiLabelHinge(Logits z, MultiLabel target, bool squared = false)
    {
        Row<Class> violation = Max(1 + (1 - 2 * target) * z, 0);
        return squared ? Mean(Square(violation)) : Mean(violation);
    }
}
