namespace Recipes;

public static partial class Activations
{
    /// <summary>Softplus: the rectifier with a round corner.</summary>
    /// <remarks>
    /// <para>log(1 + e^(βx)) / β; β → ∞ gives <c>Relu</c>.</para>
    /// <para>
    /// For outputs that must be positive, as scales and rates. Between hidden layers it saturates as slowly as <c>Relu</c> and gives no
    /// zeros.
    /// </para>
    /// <para>
    /// β = 1, as in <c>torch.nn.Softplus</c>, which turns to x itself from βx = 20 on, where the two differ by 2·10⁻⁹; here it is exact
    /// everywhere.
    /// </para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="beta">The sharpness β of the corner.</param>
    /// <returns>A value &gt; 0.</returns>
    [Activation, Paper("Incorporating Second-Order Functional Knowledge for Better Option Pricing", 2001)]
    public static Scalar Softplus(Scalar x, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double beta = 1) =>
        Formulas.Math.Softplus(beta * x) / beta;
}
