using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Exponential linear unit: negative values fall smoothly towards a floor.</summary>
    /// <remarks>
    /// <para>x where x &gt; 0, else α · (eˣ − 1).</para>
    /// <para>
    /// Outputs lie closer to mean 0 than those of <c>Relu</c>, and units cannot die. Dearer than <c>Relu</c>; the wrong choice where exact
    /// zeros are wanted.
    /// </para>
    /// <para>α = 1, as in the paper and <c>torch.nn.ELU</c>; with it the derivative is continuous.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="alpha">The depth α of the floor.</param>
    /// <returns>A value &gt; −α.</returns>
    [Activation, Paper("Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)", 2016)]
    public static Scalar Elu(Scalar x, [Range(0, double.PositiveInfinity)] double alpha = 1) => Where(Greater(x, 0), x, alpha * Expm1(x));
}
