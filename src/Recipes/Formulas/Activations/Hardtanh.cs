using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Hard tangent: values are cut off at two bounds.</summary>
    /// <remarks>
    /// <para>min(M, max(m, x)), with m = <c>minimum</c> and M = <c>maximum</c>; its derivative at both bounds is 0, as in PyTorch.</para>
    /// <para>A cheap <c>Tanh</c>. A unit beyond the bounds has no gradient.</para>
    /// <para>Bounds ±1, as in <c>torch.nn.Hardtanh</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="minimum">The lower bound m.</param>
    /// <param name="maximum">The upper bound M.</param>
    /// <returns>A value in [m, M].</returns>
    [Activation, Paper("Large Scale Machine Learning", 2004)]
    public static Scalar Hardtanh(Scalar x, [Range(-10_000, 0)] double minimum = -1, [Range(0, 10_000)] double maximum = 1) =>
        Min(maximum, Max(minimum, x));
}
