using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Quantile loss at equally spaced levels: the outputs are a distribution of one target.</summary>
    /// <remarks>
    /// <para>
    /// The mean over the n outputs of |τ_k − 1[d &lt; 0]| · h(d)/κ, with d = y − z_k, τ_k = (k + ½)/n for k = 0, 1 … n − 1, and h Huber's loss with its
    /// turn at κ; for κ = 0 of |τ_k − 1[d &lt; 0]| · |d|, the plain quantile loss.
    /// </para>
    /// <para>
    /// For a whole predictive distribution without a family: the mean of the outputs is the mean, the k-th is a quantile. Nothing keeps the outputs in
    /// order; sort them when they are read. The wrong choice for tails beyond 1/(2n).
    /// </para>
    /// <para>The levels are the paper's midpoints, which are nearest to the distribution in Wasserstein distance. It has κ = 0 and 1; 0 here.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, levels].</param>
    /// <param name="y">Target [batch].</param>
    /// <param name="kappa">Where the loss turns from a parabola to a line, κ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Distributional Reinforcement Learning with Quantile Regression", 2017)]
    public static Scalar MultiQuantile(Outputs z, Target y, [Range(0, 1000)] double kappa = 0)
    {
        Row<Output> below = z - y;
        Row<Output> level = (Indices(z) + 0.5) / z.Count;
        Row<Output> distance = Abs(below);
        Row<Output> near = Min(distance, kappa);
        Row<Output> huber = near * (0.5 * near / Max(kappa, 1e-12)) + (distance - near);
        return Mean(Where(Greater(below, 0), 1 - level, level) * huber);
    }
}
