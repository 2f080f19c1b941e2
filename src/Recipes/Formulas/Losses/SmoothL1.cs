using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Smooth absolute error: an absolute error whose tip is rounded.</summary>
    /// <remarks>
    /// <para>The mean over the targets of d²/(2β) where |d| &lt; β, else |d| − β/2, with d = z − y.</para>
    /// <para>
    /// For box regression and wherever the slope far from the target should stay 1 while β is tuned; β = 0 is the absolute error. The wrong choice where
    /// the mean is asked for and the noise is skew.
    /// </para>
    /// <para>As <c>torch.nn.SmoothL1Loss</c>, with its β = 1, the paper's. It is <see cref="Huber"/> divided by β.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <param name="beta">Where the loss turns from a parabola to a line.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Fast R-CNN", 2015)]
    public static Scalar SmoothL1(Outputs z, Targets y, [Range(0, 1000)] double beta = 1)
    {
        Row<Output> distance = Abs(z - y);
        Row<Output> near = Min(distance, beta);
        return Mean(near * (0.5 * near / Max(beta, 1e-12)) + (distance - near));
    }
}
