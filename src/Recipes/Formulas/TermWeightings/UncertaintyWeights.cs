using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Term weightings: what becomes of each term's mean loss before the terms are added.</summary>
public static partial class TermWeightings
{
    /// <summary>Uncertainty weights: each term is divided by a variance that is learnt with the network.</summary>
    /// <remarks>
    /// <para>
    /// e⁻ˢ · L + s/2 with a learned s = log σ² for each term: the paper's L/σ² + log σ for a classification loss, in its log-variance form. At
    /// the optimum s = log 2L, so that terms of any size pull alike.
    /// </para>
    /// <para>
    /// For terms of different scale that are all to be learnt. The wrong choice for a term that is 0 or negative
    /// (s runs away to −∞), and for a regulariser whose small weight is meant: it is undone.
    /// </para>
    /// <para>s begins at 0, that is at weight 1.</para>
    /// </remarks>
    /// <param name="loss">The mean loss of a term.</param>
    /// <param name="s">The logarithm of the term's variance.</param>
    /// <returns>What the term adds to the loss.</returns>
    [TermWeighting, Paper("Multi-Task Learning Using Uncertainty to Weigh Losses for Scene Geometry and Semantics", 2018)]
    public static Scalar UncertaintyWeights(Scalar loss, Learned s) => Exp(-s) * loss + s / 2;
}
