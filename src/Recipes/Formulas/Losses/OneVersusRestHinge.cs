using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>One against the rest with hinges: the true logit at least 1, every other at most −1.</summary>
    /// <remarks>
    /// <para>max(0, 1 − z_y)^e + Σ_{j≠y} max(0, 1 + z_j)^e, with e = 2, or 1 if not <c>squared</c>.</para>
    /// <para>
    /// A support vector machine for each class, as the last layer of a network. Rows beyond all margins have no gradient. The wrong choice where
    /// probabilities are read: it only ranks.
    /// </para>
    /// <para>Squared by default, as in the paper on networks with such a head and as <c>sklearn.svm.LinearSVC</c>.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="squared">Whether violations count by their square.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Deep Learning using Linear Support Vector Machines", 2013)]
    public static Scalar OneVersusRestHinge(Logits z, Label y, bool squared = true)
    {
        Row<Class> violation = Max(1 + (1 - 2 * OneHot(y, z)) * z, 0);
        return squared ? Sum(Square(violation)) : Sum(violation);
    }
}
