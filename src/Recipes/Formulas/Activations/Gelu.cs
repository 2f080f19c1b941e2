using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Gaussian error linear unit: a value times the probability that a standard normal one is below it.</summary>
    /// <remarks>
    /// <para>x/2 · (1 + erf(x/√2)), the exact form, the default of <c>torch.nn.GELU</c>; not its approximation by tanh.</para>
    /// <para>Smooth, for deep networks and transformers. Dearer than <c>Relu</c>, which does as well in small ones.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value ≥ −0.17.</returns>
    [Activation, Paper("Gaussian Error Linear Units (GELUs)", 2016)]
    public static Scalar Gelu(Scalar x) => x / 2 * (1 + Erf(x / Sqrt(2)));
}
