using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Negative learning: the label says which class a row does not have.</summary>
    /// <remarks>
    /// <para>−log(1 − p_y) = log Σ_j exp z_j − log Σ_{j≠y} exp z_j, with p = softmax(z).</para>
    /// <para>
    /// For complementary labels, which are cheaper to collect, and for labels drawn at random among the others, which wrong labels then hardly harm. It
    /// learns slowly with many classes, and is the wrong choice on labels that say what a row is.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">The class that the row does not have [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("NLNL: Negative Learning for Noisy Labels", 2019)]
    public static Scalar NegativeLearning(Logits z, Label y) => LogSumExp(z) - LogSumExp(z, Less(OneHot(y, z), 0.5));
}
