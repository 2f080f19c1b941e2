using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Layers that work on one row at a time.</summary>
public static partial class Layers
{
    /// <summary>Root mean square normalisation: divides a row by its root mean square and scales each feature by a learned gain.</summary>
    /// <remarks>
    /// <para>x / √(mean(x²) + ε) · w.</para>
    /// <para>
    /// Keeps the scale of activations in deep networks, at less cost than layer normalisation, as it takes no mean off. The wrong choice
    /// straight after the input when the length of a row says something, and before a layer that relies on centred rows.
    /// </para>
    /// <para>ε = 2⁻²³, the spacing of floats at 1, as <c>torch.nn.RMSNorm</c>; gains begin at 1.</para>
    /// </remarks>
    /// <param name="x">Features [batch, features].</param>
    /// <param name="weight">The gains [features].</param>
    /// <param name="epsilon">Added to the mean square, against division by 0.</param>
    /// <returns>The normalised features [batch, features].</returns>
    [Technique("001-105", Part = "the root mean square of a part of the row")]
    [Layer, Paper("Root Mean Square Layer Normalization", 2019)]
    public static Row<Feature> RmsNorm(
        Row<Feature> x, [Initial(1)] LearnedRow weight, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1.1920928955078125e-7) =>
        x / Sqrt(Mean(Square(x)) + epsilon) * weight;
}
