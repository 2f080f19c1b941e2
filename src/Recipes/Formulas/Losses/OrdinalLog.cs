using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Ordinal log loss: classes pay by how far they are from the label on their scale.</summary>
    /// <remarks>
    /// <para>−Σ_j |j − y|^α · log(1 − p_j), with p = softmax(z).</para>
    /// <para>
    /// For classes with an order (grades, stages): being off by two costs more than by one. The probabilities lean to the middle: the wrong choice where
    /// they are read, and for classes without an order.
    /// </para>
    /// <para>α = 1.5 is in the paper's range of 1 to 2.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="alpha">The power α of the distance.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("A Simple Log-based Loss Function for Ordinal Text Classification", 2022)]
    public static Scalar OrdinalLog(Logits z, Label y, [Range(0.1, 5)] double alpha = 1.5)
    {
        Row<Class> p = Softmax(z);
        Row<Class> distance = Abs(Indices(z) - Indices(z)[y]);
        // Of a class that is nearly certain, 1 − p is the sum of the others: the difference would have no digits left.
        Scalar others = LogSumExp(z, Less(z, Max(z))) - LogSumExp(z);
        return -Dot(Pow(distance, alpha), Where(LessOrEqual(p, 0.6), Log1p(-p), others));
    }
}
