using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Evidential regression: the outputs are a distribution over means and variances, so that noise and ignorance are told apart.</summary>
    /// <remarks>
    /// <para>
    /// The mean over the targets of ½ · log(π/ν) − α · log Ω + (α + ½) · log(ν · d² + Ω) + log Γ(α) − log Γ(α + ½), the likelihood of a Student's t, plus
    /// λ · |d| · (2ν + α), with d = y − γ, Ω = 2β · (1 + ν), and ν, α − 1 and β the softplus of their outputs. The prediction is γ, its noise
    /// β/(α − 1), its ignorance β/(ν · (α − 1)).
    /// </para>
    /// <para>
    /// One network and one pass instead of an ensemble. The wrong choice where the ignorance must be right and not only ranked: the likelihood alone does
    /// not determine it, λ does.
    /// </para>
    /// <para>λ = 0.01 is the paper's; the released code's function has 1. Its links are these.</para>
    /// </remarks>
    /// <param name="gamma">Means γ [batch, targets].</param>
    /// <param name="nu">What ν is made of [batch, targets].</param>
    /// <param name="alpha">What α is made of [batch, targets].</param>
    /// <param name="beta">What β is made of [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="coefficient">The weight λ of the penalty on evidence for what was wrong.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Deep Evidential Regression", 2020)]
    public static Scalar EvidentialRegression(
        Outputs gamma, [Domain(-60, 10000)] Outputs nu, Outputs alpha, [Domain(-60, 10000)] Outputs beta, Targets y, [Range(0, 1000)] double coefficient = 0.01)
    {
        Row<Output> evidence = Softplus(nu);
        Row<Output> shape = Softplus(alpha) + 1;
        Row<Output> omega = 2 * Softplus(beta) * (1 + evidence);
        Row<Output> likelihood = 0.5 * (Log(Pi) - Log(evidence)) + shape * (Log(evidence * Square(y - gamma) + omega) - Log(omega))
            + 0.5 * Log(evidence * Square(y - gamma) + omega) + LogGamma(shape) - LogGamma(shape + 0.5);
        return Mean(likelihood + coefficient * Abs(y - gamma) * (2 * evidence + shape));
    }
}
