using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Equalisation loss: rare classes do not learn from the rows of other classes.</summary>
    /// <remarks>
    /// <para>log(1 + e^(−z_y)) + Σ_{j≠y} [n_j / N ≥ λ] · log(1 + e^(z_j)), with n the train rows of each class and N all.</para>
    /// <para>
    /// One yes-or-no question for each class; the flood of no for a class with few rows is kept away from it. The wrong choice where the probabilities of
    /// the classes should sum to 1: a recipe predicts by softmax, whose probabilities this does not train.
    /// </para>
    /// <para>λ = 0.00176, the share below which a class is rare, is the paper's for LVIS.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="counts">Train rows of each class [classes].</param>
    /// <param name="rare">The share λ of the rows below which a class is rare.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Equalization Loss for Long-Tailed Object Recognition", 2020)]
    public static Scalar Equalization(Logits z, Label y, ClassCounts counts, [Range(0, 1)] double rare = 0.00176)
    {
        Row<Class> frequent = Where(GreaterOrEqual(counts, rare * Sum(counts)), 1, 0);
        Row<Class> truth = OneHot(y, z);
        return Sum((truth + (1 - truth) * frequent) * Softplus((1 - 2 * truth) * z));
    }
}
