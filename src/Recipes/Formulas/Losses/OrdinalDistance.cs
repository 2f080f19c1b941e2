using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Ordinal distance: how far from the label the prediction is expected to be, on the scale of the classes.</summary>
    /// <remarks>
    /// <para>Σ_j p_j · |j − y|^d, with p = softmax(z).</para>
    /// <para>
    /// For classes with an order. With d = 1 it is the earth mover's distance between the prediction and the one-hot label. Linear in the probabilities,
    /// so rows that are surely wrong hardly learn: take it beside cross-entropy. The wrong choice for classes without an order.
    /// </para>
    /// <para>d = 1 by default.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="power">The power d of the distance.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Squared Earth Mover's Distance-based Loss for Training Deep Neural Networks", 2016)]
    public static Scalar OrdinalDistance(Logits z, Label y, [Range(0.1, 5)] double power = 1) =>
        Dot(Softmax(z), Pow(Abs(Indices(z) - Indices(z)[y]), power));
}
