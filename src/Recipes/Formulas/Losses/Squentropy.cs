using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Squentropy: cross-entropy plus the mean square of the wrong classes' logits.</summary>
    /// <remarks>
    /// <para>−log p_y + 1/(C − 1) · Σ_{j≠y} z_j², with p = softmax(z) and C classes.</para>
    /// <para>
    /// Keeps the wrong logits near 0, which fixes the offset that softmax leaves free and makes networks better calibrated and
    /// less dependent on the seed. The wrong choice beside a transform that needs the offset free, and in place of logits that were
    /// shifted or masked: unlike cross-entropy it changes with a common shift.
    /// </para>
    /// <para>It has no knobs, and takes the learning rate that cross-entropy has.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Technique("001-012")]
    [Loss, Paper("Cut your Losses with Squentropy", 2023)]
    public static Scalar Squentropy(Logits z, Label y) =>
        -LogSoftmax(z)[y] + (Sum(Square(z)) - Square(z[y])) / (z.Count - 1);
}
