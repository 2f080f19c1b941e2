using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Vector-scaling loss (VS): logits scaled and shifted by the classes' frequencies while training.</summary>
    /// <remarks>
    /// <para>−log softmax(z · (n / n_max)^γ + τ · log(n / N))_y, with n the train rows of each class and N all.</para>
    /// <para>
    /// For a long tail of rare classes. The shift helps at the start, the factors in the end, when all train rows are right and a shift no longer moves
    /// the boundary. Correcting the prior again (weights, sampler, or at prediction) does it twice.
    /// </para>
    /// <para>
    /// τ = 1 and γ = 0.3 are those of the authors' code. γ = 0 is logit adjustment, τ = 0 class-dependent temperatures. A class without rows counts as
    /// one with one.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="counts">Train rows of each class [classes].</param>
    /// <param name="tau">The strength τ of the shift.</param>
    /// <param name="gamma">The power γ of the factors.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Label-Imbalanced and Group-Sensitive Classification under Overparameterization", 2021)]
    public static Scalar VectorScalingLoss(Logits z, Label y, ClassCounts counts, [Range(0, 10)] double tau = 1, [Range(0, 2)] double gamma = 0.3)
    {
        Row<Class> rows = Max(counts, 1);
        return -LogSoftmax(z * Pow(rows / Max(rows), gamma) + tau * Log(rows / Sum(rows)))[y];
    }
}
