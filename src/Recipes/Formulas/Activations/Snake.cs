using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Snake: a line with a wave on it, for periodic data.</summary>
    /// <remarks>
    /// <para>x + sin²(αx) / α.</para>
    /// <para>
    /// Learns and extrapolates periodic functions, and trains as easily as <c>Relu</c>, as it rises everywhere. Without a period in the
    /// data it is no better.
    /// </para>
    /// <para>α = 1; the paper takes 5 to 50 where the period is known to be short.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="alpha">Half the frequency, α.</param>
    /// <returns>A value.</returns>
    [Activation, Paper("Neural Networks Fail to Learn Periodic Functions and How to Fix It", 2020)]
    public static Scalar Snake(Scalar x, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double alpha = 1) =>
        x + Square(Sin(alpha * x)) / alpha;
}
