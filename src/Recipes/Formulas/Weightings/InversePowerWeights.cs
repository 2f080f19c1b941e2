using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Weightings
{
    /// <summary>Weights by a power of the inverse frequency: rare classes count more, but not as much as they are rarer.</summary>
    /// <remarks>
    /// <para>n^(−p) for a class with n train rows, then scaled to mean 1 over the train rows.</para>
    /// <para>
    /// Between no weights (p = 0) and <c>InverseFrequencyWeights</c> (p = 1). The wrong choice together with a balanced sampler, which
    /// corrects for the same cause, and when probabilities must hold for the frequencies as they are.
    /// </para>
    /// <para>
    /// p = 1/2, the inverse square root: the paper draws its hashtags with it. Median-frequency weights are those of p = 1, as all are
    /// scaled alike.
    /// </para>
    /// </remarks>
    /// <param name="n">Train rows of the class.</param>
    /// <param name="power">The power p.</param>
    /// <returns>The weight of the class, before scaling.</returns>
    [Weighting, Paper("Exploring the Limits of Weakly Supervised Pretraining", 2018)]
    public static Scalar InversePowerWeights(ClassCount n, [Range(0, 1)] double power = 0.5) =>
        Pow(n, -power);
}
