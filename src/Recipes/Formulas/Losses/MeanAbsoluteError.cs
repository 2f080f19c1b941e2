using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Absolute error, the mean over the targets.</summary>
    /// <remarks>
    /// <para>(1/n) Σ_t |z_t − y_t|.</para>
    /// <para>
    /// What is learned is the median of the targets given the features, which outliers do not move. The wrong choice where the mean is asked for, as of
    /// sums of money, and for a last percent of precision: its gradient is as large beside the target as far from it.
    /// </para>
    /// <para>As <c>torch.nn.L1Loss</c>.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Making and Evaluating Point Forecasts", 2011)]
    public static Scalar MeanAbsoluteError(Outputs z, Targets y) => Mean(Abs(z - y));
}
