using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Mixture density network: negative log-likelihood of one target under a mixture of normal distributions.</summary>
    /// <remarks>
    /// <para>
    /// −log Σ_k π_k · N(y; μ_k, v_k), with π = softmax(a) and v_k = max(exp(s_k), ε).
    /// </para>
    /// <para>
    /// For a target that may be one of several things for the same features: turning left or right, of which the mean is neither. The wrong choice for
    /// one peak: take <see cref="GaussianNegativeLogLikelihood"/>; parts may also die, and one may shrink onto a single row, which ε bounds.
    /// </para>
    /// <para>ε = 10⁻⁶, PyTorch's for the normal likelihood.</para>
    /// </remarks>
    /// <param name="weight">Logits a of the parts [batch, parts].</param>
    /// <param name="mean">Their means μ [batch, parts].</param>
    /// <param name="logVariance">Logarithms s of their variances [batch, parts].</param>
    /// <param name="y">Target [batch].</param>
    /// <param name="eps">The least variance ε.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Mixture Density Networks", 1994)]
    public static Scalar MixtureDensity(Outputs weight, Outputs mean, Outputs logVariance, Target y, [Range(1e-12, 1)] double eps = 1e-6)
    {
        Row<Output> log = Max(logVariance, Log(eps));
        return 0.5 * Log(2 * Pi) - LogSumExp(LogSoftmax(weight) - 0.5 * (log + Square(mean - y) * Exp(-log)));
    }
}
