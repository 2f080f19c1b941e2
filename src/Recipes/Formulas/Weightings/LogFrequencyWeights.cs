using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Weightings
{
    /// <summary>Weights by the logarithm of the frequency: rare classes count more, up to a bound.</summary>
    /// <remarks>
    /// <para>1 / log(c + n/N) for a class with n of the N train rows, then scaled to mean 1 over the train rows; c = <c>offset</c>.</para>
    /// <para>
    /// No class counts more than 1 / log c, however rare: 50 for c = 1.02, while a class with all rows counts 1.4. The wrong choice
    /// together with a balanced sampler, which corrects for the same cause.
    /// </para>
    /// <para>c = 1.02, as in the paper, whose classes are those of pixels.</para>
    /// </remarks>
    /// <param name="n">Train rows of the class.</param>
    /// <param name="rows">Train rows of all classes.</param>
    /// <param name="offset">What is added to the frequency, c.</param>
    /// <returns>The weight of the class, before scaling.</returns>
    [Weighting, Paper("ENet: A Deep Neural Network Architecture for Real-Time Semantic Segmentation", 2016)]
    public static Scalar LogFrequencyWeights(ClassCount n, RowCount rows, [Range(1, 10, ExclusiveMinimum = true)] double offset = 1.02) =>
        1 / Log(offset + n / rows);
}
