using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Huber's loss: squared error near the target, absolute error far from it.</summary>
    /// <remarks>
    /// <para>The mean over the targets of d²/2 where |d| ≤ δ, else δ · (|d| − δ/2), with d = z − y.</para>
    /// <para>
    /// For targets with some outliers: they count, but by a bounded gradient. δ belongs to the scale of the noise, so standardise the targets. The wrong
    /// choice where outliers are what is to be predicted, or lie on one side only: what is learned is then neither the mean nor the median.
    /// </para>
    /// <para>As <c>torch.nn.HuberLoss</c>, with its δ = 1. <see cref="SmoothL1"/> is the same divided by δ.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="delta">Where the loss turns from a parabola to a line.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Robust Estimation of a Location Parameter", 1964)]
    public static Scalar Huber(Outputs z, Targets y, [Range(0, 1000, ExclusiveMinimum = true)] double delta = 1)
    {
        Row<Output> distance = Abs(z - y);
        Row<Output> near = Min(distance, delta);
        return Mean(0.5 * Square(near) + delta * (distance - near));
    }
}
