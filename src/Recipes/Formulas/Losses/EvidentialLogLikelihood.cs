using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Evidential log-likelihood: cross-entropy of the mean of an uncertain prediction.</summary>
    /// <remarks>
    /// <para>log S − log α_y, with α = max(0, z) + 1 and S = Σ_j α_j.</para>
    /// <para>
    /// The type II likelihood of a Dirichlet whose evidence the network says. Take <c>[EvidentialDivergence]</c> beside it; rows without any evidence
    /// have no gradient by the logits below 0. The paper found the mean square, <c>[EvidentialMeanSquare]</c>, steadier.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Evidential Deep Learning to Quantify Classification Uncertainty", 2018)]
    public static Scalar EvidentialLogLikelihood(Logits z, Label y)
    {
        Row<Class> alpha = Max(z, 0) + 1;
        return Log(Sum(alpha)) - Log(alpha[y]);
    }
}
