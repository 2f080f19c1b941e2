using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Layers
{
    /// <summary>Length normalisation: divides each row by its Euclidean length.</summary>
    /// <remarks>
    /// <para>x / max(‖x‖, ε).</para>
    /// <para>
    /// For embeddings that are compared by their direction. The wrong choice straight before an output layer, as logits of rows of
    /// length 1 cannot become large: <c>ScaleNorm</c> learns a length.
    /// </para>
    /// <para>ε = 10⁻¹², as in <c>torch.nn.functional.normalize</c>; a zero row stays zero.</para>
    /// </remarks>
    /// <param name="x">Features [batch, features].</param>
    /// <param name="epsilon">The least length that is divided by.</param>
    /// <returns>Rows of length 1 [batch, features].</returns>
    [Layer, Paper("FaceNet: A Unified Embedding for Face Recognition and Clustering", 2015)]
    public static Row<Feature> L2Normalize(Row<Feature> x, [Range(0, 1, ExclusiveMinimum = true)] double epsilon = 1e-12) =>
        x / Max(epsilon, Norm(x));
}
