using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Layers
{
    /// <summary>Dynamic tanh: squeezes each value with a learned steepness, in place of a normalisation.</summary>
    /// <remarks>
    /// <para>tanh(αx) · w + b with one learned α for the layer and a learned gain and shift for each feature.</para>
    /// <para>
    /// Stands in for <c>LayerNorm</c> or <c>RmsNorm</c> without looking at the rest of the row. The wrong choice where the scale of the
    /// inputs drifts during training, which a normalisation takes out and this does not.
    /// </para>
    /// <para>α begins at 0.5, gains at 1 and shifts at 0, as in the paper.</para>
    /// </remarks>
    /// <param name="x">Features [batch, features].</param>
    /// <param name="alpha">The steepness α.</param>
    /// <param name="weight">The gains w [features].</param>
    /// <param name="bias">The shifts b [features].</param>
    /// <returns>Squeezed features [batch, features].</returns>
    [Layer, Paper("Transformers without Normalization", 2025)]
    public static Row<Feature> DynamicTanh(Row<Feature> x, [Initial(0.5)] Learned alpha, [Initial(1)] LearnedRow weight, LearnedRow bias) =>
        Tanh(alpha * x) * weight + bias;
}
