using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Normal negative log-likelihood in natural parameters: the outputs are mean over variance and, through a softplus, the precision.</summary>
    /// <remarks>
    /// <para>
    /// The mean over the targets of ½ · λ · (y − η₁/λ)² − ½ · log λ + ½ · log 2π, with λ = −2η₂ and η₂ = −(softplus(a) + ν): the mean is η₁/λ, the
    /// variance 1/λ.
    /// </para>
    /// <para>
    /// Jointly convex in η₁ and η₂, which mean and variance are not: linear models have one optimum, and networks fall less into explaining all as noise.
    /// The wrong choice where an output must be the mean itself.
    /// </para>
    /// <para>The softplus is one of the paper's two links; ν keeps λ above 0. 0.5, so that λ begins near 2.4, is what the released code begins at.</para>
    /// </remarks>
    /// <param name="first">The first natural parameter η₁ [batch, targets].</param>
    /// <param name="second">What the second is made of, a [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="offset">The least size ν of η₂.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("On the Identifiability and Estimation of Causal Location-Scale Noise Models", 2023)]
    [Technique("002-175", Part = "the scores of cause and effect, and the prior over weights")]
    public static Scalar NaturalGaussianNegativeLogLikelihood(Outputs first, Outputs second, Targets y, [Range(1e-3, 1000)] double offset = 0.5)
    {
        Row<Output> precision = 2 * (Softplus(second) + offset);
        return 0.5 * Mean(precision * Square(y - first / precision) - Log(precision)) + 0.5 * Log(2 * Pi);
    }
}
