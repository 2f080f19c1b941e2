using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Layers
{
    /// <summary>Scale normalisation: all rows get the same Euclidean length, which is learned.</summary>
    /// <remarks>
    /// <para>g · √d · x / max(‖x‖, ε) for d features, with one learned g for the layer.</para>
    /// <para>
    /// A normalisation with one learned number instead of one or two for each feature. The wrong choice when the length of a row says
    /// something, and for features of very different scale, which only gains of their own can make even.
    /// </para>
    /// <para>The length begins at √d, as in the paper, and ε = 10⁻⁵, as in the authors' code; g counts in units of √d and begins at 1.</para>
    /// </remarks>
    /// <param name="x">Features [batch, features].</param>
    /// <param name="g">The length of the rows in units of √d.</param>
    /// <param name="epsilon">The least length that is divided by.</param>
    /// <returns>Rows of one length [batch, features].</returns>
    [Layer, Paper("Transformers without Tears: Improving the Normalization of Self-Attention", 2019)]
    public static Row<Feature> ScaleNorm(Row<Feature> x, [Initial(1)] Learned g, [Range(0, 1, ExclusiveMinimum = true)] double epsilon = 1e-5) =>
        x * (g * Sqrt(x.Count) / Max(epsilon, Norm(x)));
}
