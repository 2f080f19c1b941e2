using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Squareplus: a rounded rectifier without an exponential.</summary>
    /// <remarks>
    /// <para>(x + √(x² + b)) / 2; b → 0 gives <c>Relu</c>.</para>
    /// <para>A cheap <c>Softplus</c> for positive outputs. It approaches 0 slowly, as b/(4|x|).</para>
    /// <para>b = 4, as in the paper and <c>jax.nn.squareplus</c>: its curvature at 0 is then that of softplus.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="b">The roundness b.</param>
    /// <returns>A value &gt; 0.</returns>
    [Activation, Paper("Squareplus: A Softplus-Like Algebraic Rectifier", 2021)]
    public static Scalar Squareplus(Scalar x, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double b = 4)
    {
        Scalar root = Sqrt(x * x + b);
        // The same number; far below 0 the sum would cancel.
        return Where(Greater(x, 0), (x + root) / 2, b / (2 * (root - x)));
    }
}
