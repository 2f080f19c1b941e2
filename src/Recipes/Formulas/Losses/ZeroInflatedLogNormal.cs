using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Zero-inflated lognormal loss: for targets that are 0 for many rows and spread over orders of magnitude for the others.</summary>
    /// <remarks>
    /// <para>
    /// The mean over the targets of softplus(a) − 1[y &gt; 0] · a, and where y &gt; 0 plus log y + log σ + ½ · log 2π + (log y − μ)²/(2σ²), with
    /// σ = max(softplus(s), ε). The mean of the prediction is sigmoid(a) · exp(μ + σ²/2).
    /// </para>
    /// <para>
    /// For a customer's lifetime value: who comes back, and for how much. The wrong choice where the mean is all that is read and the amounts are not
    /// lognormal: a wrong tail makes a wrong mean.
    /// </para>
    /// <para>ε = √10⁻⁷ is the released code's.</para>
    /// </remarks>
    /// <param name="positive">Logits a of an amount above 0 [batch, targets].</param>
    /// <param name="location">Means μ of its logarithm [batch, targets].</param>
    /// <param name="scale">What its standard deviation is made of, s [batch, targets].</param>
    /// <param name="y">Targets [batch, targets]; below 0 is as 0.</param>
    /// <param name="eps">The least standard deviation ε.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("A Deep Probabilistic Model for Customer Lifetime Value Prediction", 2019)]
    public static Scalar ZeroInflatedLogNormal(Outputs positive, Outputs location, Outputs scale, Targets y, [Range(1e-6, 1)] double eps = 3.1622776601683795e-4)
    {
        Row<Output> log = Log(Where(Greater(y, 0), y, 1));
        Row<Output> sigma = Max(Softplus(scale), eps);
        Row<Output> amount = log + Log(sigma) + 0.5 * Log(2 * Pi) + 0.5 * Square((log - location) / sigma);
        return Mean(Softplus(positive) + Where(Greater(y, 0), amount - positive, 0));
    }
}
