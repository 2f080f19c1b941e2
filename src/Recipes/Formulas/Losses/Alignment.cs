using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Alignment: the distance between the directions of two views.</summary>
    /// <remarks>
    /// <para>‖a − b‖^α, with a and b the embeddings of the two views, divided by their lengths.</para>
    /// <para>Beside <c>Uniformity</c>, which keeps it from its trivial solution of one point for all. Alone it is the wrong choice.</para>
    /// <para>α = 2 is the paper's.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="power">The power α.</param>
    /// <returns>The loss [batch], in [0, 2^α].</returns>
    [Loss, Paper("Understanding Contrastive Representation Learning through Alignment and Uniformity on the Hypersphere", 2020)]
    public static Scalar Alignment(Embedding h, OtherEmbedding v, [Range(1, 10)] double power = 2) =>
        Pow(Sum(Square(Direction(h) - Direction(v))) + 1e-12, 0.5 * power);
}
