using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Tukey's biweight loss: targets beyond a distance do not count at all.</summary>
    /// <remarks>
    /// <para>The mean over the targets of c²/6 · (1 − (1 − (d/c)²)³) where |d| ≤ c, else c²/6, with d = z − y.</para>
    /// <para>
    /// For gross outliers, of which even Huber's loss takes some. The wrong choice at the start of a training: where all errors are beyond c there is no
    /// gradient; warm up with another loss, or standardise the targets.
    /// </para>
    /// <para>
    /// c = 4.6851 keeps 95 % of the efficiency of least squares under normal noise of standard deviation 1; the paper divides each error by the batch's
    /// median absolute deviation first, which is left to targets being standardised.
    /// </para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="cutoff">The distance c beyond which a target does not count.</param>
    /// <returns>The loss [batch], between 0 and c²/6.</returns>
    [Loss, Paper("Robust Optimization for Deep Regression", 2015)]
    public static Scalar TukeyBiweight(Outputs z, Targets y, [Range(0, 1000, ExclusiveMinimum = true)] double cutoff = 4.6851)
    {
        Row<Output> inside = 1 - Min(Square((z - y) / cutoff), 1);
        return cutoff * cutoff / 6 * Mean(1 - inside * inside * inside);
    }
}
