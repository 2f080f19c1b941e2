using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Threshold: what is not above a bound is replaced by a fixed value.</summary>
    /// <remarks>
    /// <para>x where x &gt; θ, else v, with θ = <c>bound</c> and v = <c>value</c>.</para>
    /// <para>θ = v = 0 is <c>Relu</c>. With another v it jumps; what is replaced has no gradient.</para>
    /// <para><c>torch.nn.Threshold</c>, which has no defaults either.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="bound">The bound θ.</param>
    /// <param name="value">What stands in for values up to the bound.</param>
    /// <returns>A value.</returns>
    [Activation, Paper("Rectified Linear Units Improve Restricted Boltzmann Machines", 2010)]
    public static Scalar Threshold(Scalar x, [Range(-10_000, 10_000)] double bound, [Range(-10_000, 10_000)] double value) =>
        Where(LessOrEqual(x, bound), value, x);
}
