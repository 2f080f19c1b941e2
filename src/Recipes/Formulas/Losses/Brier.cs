using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Brier score: the squared error between the probabilities and the one-hot label.</summary>
    /// <remarks>
    /// <para>Σ_j (p_j − q_j)², with p = softmax(z) and q the one-hot label.</para>
    /// <para>
    /// Proper, as cross-entropy is, but bounded: rows that the network gets wrong surely pull little, which helps with wrong labels and slows the start.
    /// The wrong choice with many classes, where it hardly learns at first.
    /// </para>
    /// <para>The sum over the classes, in [0, 2], not the halved form of two classes.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], in [0, 2].</returns>
    [Loss, Paper("Verification of Forecasts Expressed in Terms of Probability", 1950)]
    public static Scalar Brier(Logits z, Label y) => Sum(Square(Softmax(z) - OneHot(y, z)));
}
