using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Z-loss: the square of the logarithm of softmax's denominator.</summary>
    /// <remarks>
    /// <para>(log Σ_j exp z_j)².</para>
    /// <para>
    /// Beside cross-entropy it holds the offset that softmax leaves free near 0, so that logits do not drift where numbers are short. The wrong choice
    /// beside transforms that need the offset free.
    /// </para>
    /// <para>The label is not used. A weight of 10⁻⁴ is the paper's.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <returns>The penalty [batch], ≥ 0.</returns>
    [Loss, Paper("PaLM: Scaling Language Modeling with Pathways", 2022)]
    public static Scalar ZLoss(Logits z, Label y) => Square(LogSumExp(z));
}
