using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Evidential cross-entropy: the expected cross-entropy of probabilities that are themselves uncertain.</summary>
    /// <remarks>
    /// <para>ψ(S) − ψ(α_y), with α = max(0, z) + 1, S = Σ_j α_j and ψ the digamma function.</para>
    /// <para>
    /// The network says a Dirichlet distribution: how sure it is, S, and of what. Take <c>[EvidentialDivergence]</c> beside it, which takes evidence from
    /// wrong classes. Rows without any evidence have no gradient by the logits below 0: the wrong choice with a network that starts with all of them
    /// there.
    /// </para>
    /// <para>Evidence by ReLU as in the paper.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Evidential Deep Learning to Quantify Classification Uncertainty", 2018)]
    public static Scalar EvidentialCrossEntropy(Logits z, Label y)
    {
        Row<Class> alpha = Max(z, 0) + 1;
        return Digamma(Sum(alpha)) - Digamma(alpha[y]);
    }
}
