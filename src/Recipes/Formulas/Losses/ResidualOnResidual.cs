using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>R-learner: the effect of a treatment from residuals of the outcome on those of the treatment, weighted by the inverse variance.</summary>
    /// <remarks>
    /// <para>
    /// The mean over the outcomes of (r − a · τ)², with τ the output, r = y − m(x) the outcome less its expectation and a = A − e(x) the treatment less its
    /// probability: a regression of r/a with weights a².
    /// </para>
    /// <para>
    /// For effects that differ from row to row, from observational data. m and e are fitted on other rows before, and r and a given as columns. The wrong
    /// choice where r/a is regressed without the weights: rows whose treatment was nearly certain rule.
    /// </para>
    /// </remarks>
    /// <param name="z">Effects τ [batch, outcomes].</param>
    /// <param name="y">Residuals r of the outcomes [batch, outcomes].</param>
    /// <param name="treatment">Residual a of the treatment [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("The Connection Between R-Learning and Inverse-Variance Weighting for Estimation of Heterogeneous Treatment Effects", 2023)]
    [Technique("001-084", Part = "the models of outcome and treatment, which are fitted before")]
    public static Scalar ResidualOnResidual(Outputs z, Targets y, Target treatment) => Mean(Square(y - treatment * z));
}
