using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Quadratic weighted kappa, in terms of probabilities: squared ordinal errors against those of chance.</summary>
    /// <remarks>
    /// <para>
    /// D / E, with D = 1/B · Σ_i Σ_j p_ij · (j − y_i)² and E the same for predictions and labels of the batch of B rows paired at random; p = softmax(z);
    /// 1 − κ, the same number for each row.
    /// </para>
    /// <para>
    /// For classes with an order when kappa is what counts. It is a ratio over the batch: take large batches, and cross-entropy beside it for the start.
    /// The wrong choice for classes without an order.
    /// </para>
    /// <para>E is no less than 10⁻⁶: without any spread there is no chance to compare with. The paper takes the logarithm of this ratio.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Weighted kappa loss function for multi-class classification of ordinal data in deep learning", 2018)]
    public static Scalar QuadraticWeightedKappa(Logits z, Label y)
    {
        Row<Class> p = Softmax(z);
        Row<Class> places = Indices(z);
        Scalar label = places[y];
        Scalar mean = BatchMean(Dot(p, places));
        Scalar chance = BatchMean(Dot(p, Square(places))) - 2 * mean * BatchMean(label) + BatchMean(Square(label));
        return BatchMean(Dot(p, Square(places - label))) / Max(chance, 1e-6);
    }
}
