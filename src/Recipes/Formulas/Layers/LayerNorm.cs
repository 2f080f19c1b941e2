using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Layers
{
    /// <summary>Layer normalisation: shifts and scales each row to mean 0 and variance 1, then gives each feature a learned gain and shift.</summary>
    /// <remarks>
    /// <para>(x − mean x) / √(var x + ε) · w + b, with the variance that divides by the number of features.</para>
    /// <para>
    /// Does the same in training and at test, for batches of any size. The wrong choice straight after the input when the row's mean or length
    /// says something; <c>RmsNorm</c> is cheaper and often as good.
    /// </para>
    /// <para>ε = 10⁻⁵, gains begin at 1 and shifts at 0, as in <c>torch.nn.LayerNorm</c>.</para>
    /// </remarks>
    /// <param name="x">Features [batch, features].</param>
    /// <param name="weight">The gains w [features].</param>
    /// <param name="bias">The shifts b [features].</param>
    /// <param name="epsilon">Added to the variance, against division by 0.</param>
    /// <returns>The normalised features [batch, features].</returns>
    [Technique("002-125")]
    [Layer, Paper("Layer Normalization", 2016)]
    public static Row<Feature> LayerNorm(
        Row<Feature> x, [Initial(1)] LearnedRow weight, LearnedRow bias,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-5)
    {
        Row<Feature> centred = x - Mean(x);
        return centred / Sqrt(Mean(Square(centred)) + epsilon) * weight + bias;
    }
}
