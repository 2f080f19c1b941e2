using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Expectile loss: a squared error that weighs targets above and below unequally.</summary>
    /// <remarks>
    /// <para>The mean over the targets of |τ − 1[d &lt; 0]| · d², with d = y − z.</para>
    /// <para>
    /// A smooth relative of the quantile loss: its gradient says how far, not only on which side. For values of states under the best of seen actions, and
    /// for measures of risk. The wrong choice where a share of rows must be named, which an expectile does not, and with outliers.
    /// </para>
    /// <para>τ = 0.5 is half the squared error.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="level">The level τ of the expectile.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Asymmetric Least Squares Estimation and Testing", 1987)]
    public static Scalar Expectile(Outputs z, Targets y, [Range(0, 1)] double level = 0.5)
    {
        Row<Output> above = y - z;
        return Mean(Where(Less(above, 0), 1 - level, level) * Square(above));
    }
}
