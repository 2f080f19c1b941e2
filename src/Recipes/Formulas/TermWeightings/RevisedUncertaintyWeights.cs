using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class TermWeightings
{
    /// <summary>Revised uncertainty weights: each term is divided by a learned variance, and the price of a variance is never negative.</summary>
    /// <remarks>
    /// <para>e⁻ˢ · L / 2 + log(1 + eˢ) with a learned s = log σ² for each term: the paper’s L / (2σ²) + log(1 + σ²) in its log-variance form.</para>
    /// <para>
    /// Like <c>UncertaintyWeights</c>, but the loss stays above 0. The wrong choice for a term that is negative, and for a regulariser
    /// whose small weight is meant: it is undone.
    /// </para>
    /// <para>s begins at 0, that is at half the weight.</para>
    /// </remarks>
    /// <param name="loss">The mean loss of a term.</param>
    /// <param name="s">The logarithm of the term’s variance.</param>
    /// <returns>What the term adds to the loss.</returns>
    [TermWeighting, Paper("Auxiliary Tasks in Multi-task Learning", 2018)]
    public static Scalar RevisedUncertaintyWeights(Scalar loss, Learned s) =>
        Exp(-s) * loss / 2 + Softplus(s);
}
