using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Quantile loss, or pinball loss: what is learned is a quantile of the targets.</summary>
    /// <remarks>
    /// <para>The mean over the targets of max(τ · d, (τ − 1) · d), with d = y − z.</para>
    /// <para>
    /// For the bound that a share τ of the targets stays below: stocks, delays, intervals. The wrong choice far out in a tail that few rows reach (a
    /// batch holds τ · rows of them), and for several levels at once, which may cross: take <see cref="MultiQuantile"/>.
    /// </para>
    /// <para>τ = 0.5 is half the absolute error.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="level">The level τ of the quantile.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Regression Quantiles", 1978)]
    public static Scalar Quantile(Outputs z, Targets y, [Range(0, 1)] double level = 0.5)
    {
        Row<Output> above = y - z;
        return Mean(Max(level * above, (level - 1) * above));
    }
}
