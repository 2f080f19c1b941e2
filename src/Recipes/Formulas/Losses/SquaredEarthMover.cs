using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Squared earth mover's distance: the squared difference of the cumulative probabilities.</summary>
    /// <remarks>
    /// <para>Σ_k (P_k − [y ≤ k])², with P_k = Σ_{j≤k} p_j and p = softmax(z).</para>
    /// <para>
    /// For classes with an order: mass pays by how far it has to be moved. Also the ranked probability score, and proper. The wrong choice for classes
    /// without an order, and with hundreds of them: it takes classes² operations for each row.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Squared Earth Mover's Distance-based Loss for Training Deep Neural Networks", 2016)]
    public static Scalar SquaredEarthMover(Logits z, Label y) => Sum(Square(Cumulative(Softmax(z) - OneHot(y, z))));
}
