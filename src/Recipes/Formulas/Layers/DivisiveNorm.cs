using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Layers
{
    /// <summary>Divisive normalisation: each row is centred and divided by its spread, to which a learned one is added.</summary>
    /// <remarks>
    /// <para>(x − mean x) / √(var x + s² + 10⁻¹²) with one learned s for the layer; the last keeps a constant row from dividing by 0.</para>
    /// <para>
    /// Like <c>LayerNorm</c> for rows that vary much more than s, and the identity up to a factor for rows that vary much less: it does not
    /// blow quiet rows up to the size of loud ones. The wrong choice where quiet and loud rows should look alike.
    /// </para>
    /// <para>s begins at 1, as in the paper. The pool is the whole row; the paper also takes parts of it and adds a penalty on the activations.</para>
    /// </remarks>
    /// <param name="x">Features [batch, features].</param>
    /// <param name="s">The spread that is added.</param>
    /// <returns>The normalised features [batch, features].</returns>
    [Layer, Paper("Normalizing the Normalizers: Comparing and Extending Network Normalization Schemes", 2017)]
    public static Row<Feature> DivisiveNorm(Row<Feature> x, [Initial(1)] Learned s)
    {
        Row<Feature> centred = x - Mean(x);
        return centred / Sqrt(Mean(Square(centred)) + Square(s) + 1e-12);
    }
}
