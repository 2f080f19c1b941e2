using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Negative log-likelihood under normal distributions whose variances are learned too; the second output is the logarithm of the variance.</summary>
    /// <remarks>
    /// <para>
    /// The mean over the targets of ½ · (log v + (y − μ)²/v), with v = max(exp(s), ε); with <paramref name="full"/>, plus ½ · log 2π.
    /// </para>
    /// <para>
    /// For noise that depends on the features: rows of large noise count less, and each prediction has a spread. The wrong choice where the mean matters
    /// most: rows that fit badly early are explained as noise and then neglected; take <see cref="BetaNegativeLogLikelihood"/>.
    /// </para>
    /// <para>
    /// As <c>torch.nn.GaussianNLLLoss</c>, with its ε = 10⁻⁶ and its full = false, but for the logarithm: an output may be any number. Below log ε the
    /// variance has no gradient.
    /// </para>
    /// </remarks>
    /// <param name="mean">Means μ [batch, targets].</param>
    /// <param name="logVariance">Logarithms s of the variances [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="eps">The least variance ε.</param>
    /// <param name="full">Whether the constant is added.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Estimating the Mean and Variance of the Target Probability Distribution", 1994)]
    public static Scalar GaussianNegativeLogLikelihood(
        Outputs mean, Outputs logVariance, Targets y, [Range(1e-12, 1)] double eps = 1e-6, bool full = false)
    {
        Row<Output> log = Max(logVariance, Log(eps));
        return 0.5 * Mean(log + Square(y - mean) * Exp(-log)) + (full ? 0.5 * Log(2 * Pi) : 0);
    }
}
