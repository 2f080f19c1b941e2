using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Evidential mean square: the expected squared error of probabilities that are themselves uncertain.</summary>
    /// <remarks>
    /// <para>
    /// Σ_j (q_j − m_j)² + m_j · (1 − m_j) / (S + 1), with the evidence e = max(0, z), α = e + 1, S = Σ_j α_j, m = α / S and q the one-hot label.
    /// </para>
    /// <para>
    /// The network says a Dirichlet distribution: how sure it is, S, and of what. The paper adds a divergence that takes evidence from wrong classes, which is a
    /// term of its own. Rows without any evidence have no gradient by the logits below 0: the wrong choice with a network that starts with all of them there.
    /// </para>
    /// <para>Evidence by ReLU as in the paper.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Evidential Deep Learning to Quantify Classification Uncertainty", 2018)]
    public static Scalar EvidentialMeanSquare(Logits z, Label y)
    {
        Row<Class> alpha = Max(z, 0) + 1;
        Scalar strength = Sum(alpha);
        Row<Class> mean = alpha / strength;
        return Sum(Square(OneHot(y, z) - mean) + mean * (1 - mean) / (strength + 1));
    }
}
