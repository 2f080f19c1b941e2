using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Spherical score: the label's probability against the length of the row of probabilities.</summary>
    /// <remarks>
    /// <para>1 − p_y / √(Σ_j p_j²), with p = softmax(z).</para>
    /// <para>
    /// A proper and bounded loss: an alternative to the Brier score with wrong labels. As all bounded losses it hardly learns rows that it gets wrong
    /// surely, the wrong choice with many classes.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], in [0, 1].</returns>
    [Loss, Paper("Strictly Proper Scoring Rules, Prediction, and Estimation", 2007)]
    public static Scalar SphericalScore(Logits z, Label y)
    {
        Row<Class> p = Softmax(z);
        return 1 - p[y] / Norm(p);
    }
}
