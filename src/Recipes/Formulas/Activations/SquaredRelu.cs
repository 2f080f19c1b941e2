using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Squared rectified linear unit: the square of the positive part.</summary>
    /// <remarks>
    /// <para>max(0, x)².</para>
    /// <para>Found by a search over transformers. Its gradient grows with x: the wrong choice without normalisation.</para>
    /// <para><c>relu²</c> of the paper.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value ≥ 0.</returns>
    [Activation, Paper("Primer: Searching for Efficient Transformers for Language Modeling", 2021)]
    public static Scalar SquaredRelu(Scalar x) => Square(Max(0, x));
}
