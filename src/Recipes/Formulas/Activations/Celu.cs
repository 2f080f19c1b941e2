using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Continuously differentiable exponential linear unit: <c>Elu</c> without a kink for every depth of its floor.</summary>
    /// <remarks>
    /// <para>x where x &gt; 0, else α · (e^(x/α) − 1).</para>
    /// <para>For other depths than 1; at α = 1 it is <c>Elu</c>, and α → 0 gives <c>Relu</c>.</para>
    /// <para>α = 1, as in <c>torch.nn.CELU</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="alpha">The depth α of the floor.</param>
    /// <returns>A value &gt; −α.</returns>
    [Activation, Paper("Continuously Differentiable Exponential Linear Units", 2017)]
    public static Scalar Celu(Scalar x, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double alpha = 1) =>
        Where(Greater(x, 0), x, alpha * Expm1(x / alpha));
}
