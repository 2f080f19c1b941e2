using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Sigmoid linear unit, also swish: a value times its own sigmoid.</summary>
    /// <remarks>
    /// <para>x · sigmoid(x).</para>
    /// <para>Smooth, with a gradient nearly everywhere, for deep networks. Dearer than <c>Relu</c>, which does as well in small ones.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value ≥ −0.28.</returns>
    [Technique("001-174", Part = "other slopes than 1, given or learned")]
    [Activation, Paper("Searching for Activation Functions", 2017)]
    public static Scalar Silu(Scalar x) => x * Sigmoid(x);
}
