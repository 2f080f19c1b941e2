using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Weightings: how much each class counts in the loss, by its number of train rows.</summary>
/// <remarks>The weights are scaled once, so that their mean over the train rows is 1.</remarks>
public static partial class Weightings
{
    /// <summary>Weights by the effective number of rows: more rows of a class add less and less.</summary>
    /// <remarks>
    /// <para>(1 − β) / (1 − βⁿ) for a class with n train rows, then scaled to mean 1 over the train rows.</para>
    /// <para>
    /// Between no weights (β = 0) and <c>InverseFrequencyWeights</c> (β → 1), for long tails. The wrong choice together with a balanced sampler,
    /// which corrects for the same cause, and when probabilities must hold for the frequencies as they are.
    /// </para>
    /// <para>β = 0.999, one of the paper's four (0.9, 0.99, 0.999, 0.9999): a class of 1,000 rows then counts as 632.</para>
    /// </remarks>
    /// <param name="n">Train rows of the class.</param>
    /// <param name="beta">How much a further row overlaps with those before.</param>
    /// <returns>The weight of the class, before scaling.</returns>
    [Technique("001-072", Part = "the contrastive term and the attack on the inputs")]
    [Weighting, Paper("Class-Balanced Loss Based on Effective Number of Samples", 2019)]
    public static Scalar EffectiveNumberWeights(ClassCount n, [Range(0, 1, ExclusiveMaximum = true)] double beta = 0.999) =>
        (1 - beta) / (1 - Pow(beta, n));
}
