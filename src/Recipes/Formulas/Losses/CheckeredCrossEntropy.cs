using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Checkered regression: the sign of a product of signs decides, for classes that alternate like the fields of a board.</summary>
    /// <remarks>
    /// <para>−log(½ · (1 + s · Π_j tanh(z_j / 2))), with s = 1 for label 1 and −1 for label 0; the logits are factors, not classes.</para>
    /// <para>
    /// Logistic regression with one factor; each further one folds the space again. Two classes only. The logits are not those of softmax, so a recipe's
    /// predictions from them mean nothing: for formulas of one's own around it. Where a factor is 0 the others have no gradient.
    /// </para>
    /// <para>Labels above 1 count as 1; the probability is no less than 10⁻¹⁰. By plain gradients; the paper's cross gradient is an optimizer's.</para>
    /// </remarks>
    /// <param name="z">Factors [batch, factors].</param>
    /// <param name="y">Label [batch], 0 or 1.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Beyond Log-Concavity: Theory and Algorithm for Sum-Log-Concave Optimization", 2023)]
    [Technique("001-100", Part = "the cross gradient in the place of the gradient")]
    public static Scalar CheckeredCrossEntropy(Logits z, Label y)
    {
        Row<Class> factor = Tanh(z / 2);
        Scalar size = Exp(Sum(Log(Max(Abs(factor), 1e-30))));
        // An even number of negative factors makes a positive product: the cosine of a multiple of π.
        Scalar product = Cos(Pi * Count(Less(factor, 0))) * size;
        Scalar sign = 2 * Min(Indices(z)[y], 1) - 1;
        return -Log(Max((1 + sign * product) / 2, 1e-10));
    }
}
