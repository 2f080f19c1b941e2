using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Several zero-inflated lognormal distributions of one target, of which a selector learns to name the one that fits each row.</summary>
    /// <remarks>
    /// <para>
    /// Σ_k q_k · ℓ_k + λ · KL(t ‖ q), with ℓ_k the loss of <see cref="ZeroInflatedLogNormal"/> of part k, q = softmax(selector) and t = softmax(−ℓ), which is
    /// held fixed.
    /// </para>
    /// <para>
    /// For lifetime values whose rows are of several kinds. The wrong choice on few rows, and where all parts become alike: then one is enough.
    /// </para>
    /// <para>
    /// The paper draws a part by Gumbel's trick; this is its expectation. Its weight of the alignment is not published in a form we could read; 1 is ours.
    /// ε = √10⁻⁷ as for one part.
    /// </para>
    /// </remarks>
    /// <param name="positive">Logits of an amount above 0 [batch, parts].</param>
    /// <param name="location">Means of its logarithm [batch, parts].</param>
    /// <param name="scale">What its standard deviation is made of [batch, parts].</param>
    /// <param name="selector">Logits of the parts [batch, parts].</param>
    /// <param name="y">Target [batch]; below 0 is as 0.</param>
    /// <param name="alignment">The weight λ of the selector's agreement with the likelihoods.</param>
    /// <param name="eps">The least standard deviation ε.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("OptDist: Learning Optimal Distribution for Customer Lifetime Value Prediction", 2024)]
    [Technique("003-073", Part = "the draw of a part by Gumbel's trick")]
    public static Scalar ZeroInflatedLogNormalMixture(
        Outputs positive, Outputs location, Outputs scale, Outputs selector, Target y, [Range(0, 1000)] double alignment = 1, [Range(1e-6, 1)] double eps = 3.1622776601683795e-4)
    {
        Scalar log = Log(Where(Greater(y, 0), y, 1));
        Row<Output> sigma = Max(Softplus(scale), eps);
        Row<Output> amount = log + Log(sigma) + 0.5 * Log(2 * Pi) + 0.5 * Square((log - location) / sigma);
        Row<Output> loss = Softplus(positive) + Where(Greater(y, 0), amount - positive, 0);
        Row<Output> fit = Stop(LogSoftmax(-loss));
        Row<Output> chosen = LogSoftmax(selector);
        return Dot(Exp(chosen), loss) + alignment * Dot(Exp(fit), fit - chosen);
    }
}
