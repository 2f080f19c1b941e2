using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Risk extrapolation (V-REx): the variance of the domains' mean losses.</summary>
    /// <remarks>
    /// <para>
    /// (1/D) Σ_d (L_d − L̄)², with L_d the mean cross-entropy of the batch's rows of domain d and L̄ the mean of the domains' in the batch; one number for all rows.
    /// </para>
    /// <para>
    /// Beside cross-entropy, so that no domain is learnt at the cost of another: what works the same everywhere should also beyond. The wrong choice where
    /// domains are of unlike noise, whose losses should differ; and from the first step: ramp its weight. Batches must hold many rows of each domain.
    /// </para>
    /// <para>The paper's weights are up to 10⁴, after some hundred steps without.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="d">Domain [batch].</param>
    /// <returns>The penalty, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Out-of-Distribution Generalization via Risk Extrapolation (REx)", 2020)]
    public static Scalar RiskExtrapolation(Logits z, Label y, Domain d)
    {
        Scalar risk = MeanBy(-LogSoftmax(z)[y], d);
        // Each row stands for its domain by one over the domain's rows.
        Scalar share = 1 / CountBy(d);
        Scalar domains = BatchSum(share);
        return BatchSum(share * Square(risk - BatchSum(share * risk) / domains)) / domains;
    }
}
