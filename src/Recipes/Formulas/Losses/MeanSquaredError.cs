using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Squared error, the mean over the targets.</summary>
    /// <remarks>
    /// <para>(1/n) Σ_t (z_t − y_t)².</para>
    /// <para>
    /// What is learned is the mean of the targets given the features: the first choice for a regression. The wrong choice with outliers, which it
    /// follows, and where targets of unlike size stand beside each other: standardise them, or the largest is learned alone.
    /// </para>
    /// <para>As <c>torch.nn.MSELoss</c>, whose mean over all elements is the mean over rows of this.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Learning Representations by Back-Propagating Errors", 1986)]
    public static Scalar MeanSquaredError(Outputs z, Targets y) => Mean(Square(z - y));
}
