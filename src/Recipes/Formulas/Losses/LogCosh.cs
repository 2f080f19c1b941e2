using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Logarithm of the hyperbolic cosine of the error: squared near the target, absolute far from it, smooth everywhere.</summary>
    /// <remarks>
    /// <para>The mean over the targets of log cosh d, with d = z − y.</para>
    /// <para>
    /// Huber's loss without a joint or a knob; the scale at which it turns is 1, so standardise the targets. The wrong choice where that scale must be
    /// set: take <see cref="Huber"/>.
    /// </para>
    /// <para>Computed as d + softplus(−2d) − log 2, which does not overflow.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Statistical Properties of the log-cosh Loss Function Used in Machine Learning", 2022)]
    public static Scalar LogCosh(Outputs z, Targets y)
    {
        Row<Output> error = z - y;
        return Mean(error + Softplus(-2 * error)) - Log(2);
    }
}
