using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>Binary weights: the signs of a unit's centred weights, times a learned scale.</summary>
    /// <remarks>
    /// <para>w = s·sign(v − mean v) for each unit, with the gradient straight through to v − mean v; s = mean|v| at the start.</para>
    /// <para>
    /// A bit for each weight and a number for each unit. The wrong choice for small networks, which lose more than size, and for the first and the last layer, which binary
    /// networks commonly keep in full.
    /// </para>
    /// <para>Form and start of the authors' code; binary activations, attention and the teacher are left out.</para>
    /// </remarks>
    /// <param name="v">Latent weights [unit, incoming].</param>
    /// <param name="scale">The scale s [unit].</param>
    /// <param name="start">Whether s is set.</param>
    /// <returns>Weights [unit, incoming].</returns>
    [Parametrization, Paper("BiViT: Extremely Compressed Binary Vision Transformer", 2023)]
    [Technique("001-206", Part = "binary activations and attention, stages with a teacher")]
    public static Row<Incoming> BinaryWeights(Row<Incoming> v, ref Latent scale, [IsStart] bool start)
    {
        if (start) scale = Mean(Abs(v));
        Row<Incoming> centred = v - Mean(v);
        return scale * StraightThrough(Sign(centred), centred);
    }
}
