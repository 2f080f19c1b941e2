using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Negative log-likelihood of counts under negative binomial distributions of one dispersion; the outputs are the logarithms of their means.</summary>
    /// <remarks>
    /// <para>The mean over the targets of log(1 + αμ)/α − y · log(αμ/(1 + αμ)), with μ = exp(z), up to what depends on target and α alone.</para>
    /// <para>
    /// For counts whose variance μ + αμ² is above their mean. The wrong choice where the dispersion itself depends on the features, and to choose α by:
    /// what is left out depends on it.
    /// </para>
    /// <para>DeepAR's likelihood with a given α instead of an output; 1 is statsmodels' default for α.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets], logarithms of means.</param>
    /// <param name="y">Targets [batch, targets], ≥ 0.</param>
    /// <param name="dispersion">The dispersion α; towards 0 Poisson.</param>
    /// <returns>The loss [batch], ≥ 0 for y ≥ 0.</returns>
    [Loss, Paper("DeepAR: Probabilistic Forecasting with Autoregressive Recurrent Networks", 2017)]
    public static Scalar NegativeBinomial(Outputs z, Targets y, [Range(0, 1000, ExclusiveMinimum = true)] double dispersion = 1)
    {
        Row<Output> odds = z + Log(dispersion);
        return Mean(Softplus(odds) / dispersion + y * Softplus(-odds));
    }
}
