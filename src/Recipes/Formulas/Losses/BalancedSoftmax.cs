using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Balanced softmax: softmax whose classes are weighed by their train rows while training.</summary>
    /// <remarks>
    /// <para>−log(n_y · exp z_y / Σ_j n_j · exp z_j), with n the train rows of each class.</para>
    /// <para>
    /// For a long tail of rare classes: prediction by z alone then treats all classes as equally frequent. The counts are those of the data: the wrong
    /// choice with a sampler that changes them, where <c>[LogitAdjustedCrossEntropy]</c> follows what is drawn.
    /// </para>
    /// <para>It has no knobs. A class without rows counts as one with 10⁻¹² of them.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="counts">Train rows of each class [classes].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Balanced Meta-Softmax for Long-Tailed Visual Recognition", 2020)]
    public static Scalar BalancedSoftmax(Logits z, Label y, ClassCounts counts) => -LogSoftmax(z + Log(Max(counts, 1e-12)))[y];
}
