using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Negative log-likelihood of counts under Poisson distributions; the outputs are the logarithms of their rates.</summary>
    /// <remarks>
    /// <para>The mean over the targets of exp(z) − y · z; with <paramref name="full"/>, for y &gt; 1, plus Stirling's y · log y − y + ½ log(2πy) for log y!.</para>
    /// <para>
    /// For counts and for rates of events: their spread grows with their mean. The wrong choice where the variance is larger than the mean (take
    /// <see cref="NegativeBinomial"/>), and where zeros have a cause of their own.
    /// </para>
    /// <para>
    /// As <c>torch.nn.PoissonNLLLoss</c> with <c>log_input=True</c>, its default. Its other form needs outputs above 0, which a dense layer does not give.
    /// </para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets], log-rates.</param>
    /// <param name="y">Targets [batch, targets], ≥ 0.</param>
    /// <param name="full">Whether the term of the targets alone is added.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Generalized Linear Models", 1972)]
    public static Scalar PoissonNegativeLogLikelihood([Domain(-10000, 80)] Outputs z, Targets y, bool full = false)
    {
        Row<Output> stirling = Where(Greater(y, 1), y * Log(Max(y, 1)) - y + 0.5 * Log(2 * Pi * Max(y, 1)), 0);
        return Mean(Exp(z) - y * z + (full ? stirling : 0 * y));
    }
}
