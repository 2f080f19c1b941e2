using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Tweedie loss: for amounts that are often 0 and else positive; the outputs are the logarithms of their means.</summary>
    /// <remarks>
    /// <para>
    /// The mean over the targets of exp((2 − p) · z)/(2 − p) − y · exp((1 − p) · z)/(1 − p): half the deviance of variance ∝ mean^p, up to what depends on
    /// the target alone.
    /// </para>
    /// <para>
    /// Between 1 and 2 the distribution is a Poisson number of gamma amounts: claims, rain, purchases. The wrong choice where zeros come from another
    /// cause than the amounts: take <see cref="ZeroInflatedLogNormal"/>.
    /// </para>
    /// <para>p = 1.5 is the default of XGBoost's and LightGBM's <c>tweedie</c>, whose loss this is.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets], logarithms of means.</param>
    /// <param name="y">Targets [batch, targets], ≥ 0.</param>
    /// <param name="power">The power p of the variance; towards 1 Poisson, towards 2 gamma.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("An Index which Distinguishes between Some Important Exponential Families", 1984)]
    public static Scalar Tweedie([Domain(-60, 60)] Outputs z, Targets y, [Range(1, 2, ExclusiveMinimum = true, ExclusiveMaximum = true)] double power = 1.5) =>
        Mean(Exp((2 - power) * z) / (2 - power) + y * Exp((1 - power) * z) / (power - 1));
}
