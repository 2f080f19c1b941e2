using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>β-NLL: the normal negative log-likelihood with each error weighted by a power of its variance, so that no row is neglected.</summary>
    /// <remarks>
    /// <para>
    /// The mean over the targets of v^β · ½ · (log v + (y − μ)²/v), with v = max(exp(s), ε) and the factor v^β held fixed.
    /// </para>
    /// <para>
    /// β = 0 is <see cref="GaussianNegativeLogLikelihood"/>, 1 gives the mean the gradient of the squared error. The wrong choice where a likelihood is
    /// to be compared: with β &gt; 0 the value is none.
    /// </para>
    /// <para>β = 0.5 is the paper's compromise; ε = 10⁻⁶ is PyTorch's for the likelihood.</para>
    /// </remarks>
    /// <param name="mean">Means μ [batch, targets].</param>
    /// <param name="logVariance">Logarithms s of the variances [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="beta">The power β.</param>
    /// <param name="eps">The least variance ε.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("On the Pitfalls of Heteroscedastic Uncertainty Estimation with Probabilistic Neural Networks", 2022)]
    public static Scalar BetaNegativeLogLikelihood(
        Outputs mean, [Domain(-10000, 60)] Outputs logVariance, Targets y, [Range(0, 1)] double beta = 0.5, [Range(1e-12, 1)] double eps = 1e-6)
    {
        Row<Output> log = Max(logVariance, Log(eps));
        return 0.5 * Mean(Stop(Exp(beta * log)) * (log + Square(y - mean) * Exp(-log)));
    }
}
