using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>The general robust loss: one family from the squared error over pseudo-Huber and Cauchy's loss to such as ignore outliers.</summary>
    /// <remarks>
    /// <para>The mean over the targets of |α − 2|/α · (((d/c)²/|α − 2| + 1)^(α/2) − 1), with d = z − y.</para>
    /// <para>
    /// α = 2 is (d/c)²/2, 1 pseudo-Huber, or Charbonnier, 0 Cauchy's log(1 + (d/c)²/2), −2 Geman and McClure's, and towards −∞ Welsch's
    /// 1 − exp(−(d/c)²/2): the lower, the less outliers count. Begin near 1 and lower α with a ramp; below 0 far errors have nearly no gradient.
    /// </para>
    /// <para>
    /// Within 10⁻⁶ of its removable singularities at 0 and 2, α is held at that distance, as the released code does at single precision's epsilon. The
    /// paper leaves α and c to the problem; 1 and 1 are ours.
    /// </para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="alpha">The shape α.</param>
    /// <param name="scale">The scale c, at which errors begin to count as outliers.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("A General and Adaptive Robust Loss Function", 2019)]
    public static Scalar GeneralRobust(Outputs z, Targets y, [Range(-1000, 2)] double alpha = 1, [Range(0, 1000, ExclusiveMinimum = true)] double scale = 1)
    {
        Scalar shape = Where(Less(Abs(alpha), 1e-6), 1e-6, alpha);
        Scalar fromTwo = Max(2 - alpha, 1e-6);
        return fromTwo / shape * Mean(Expm1(0.5 * shape * Log1p(Square((z - y) / scale) / fromTwo)));
    }
}
