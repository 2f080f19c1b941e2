using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class TermWeightings
{
    /// <summary>Geometric mean of the terms: each term counts by how much of itself it changes.</summary>
    /// <remarks>
    /// <para>
    /// log max(L, ε), with ε = <c>epsilon</c>: the sum over the terms is the logarithm of their product, and its gradient that of their
    /// geometric mean up to the step’s length.
    /// </para>
    /// <para>
    /// For terms of different scale, with nothing to learn or to tune. The wrong choice for a term that reaches 0, where it takes over, and
    /// for one that is negative, which has no gradient.
    /// </para>
    /// <para>ε = 10⁻⁸; the paper has none.</para>
    /// </remarks>
    /// <param name="loss">The mean loss of a term.</param>
    /// <param name="epsilon">The least loss ε that is told from 0.</param>
    /// <returns>What the term adds to the loss.</returns>
    [TermWeighting, Paper("MultiNet++: Multi-Stream Feature Aggregation and Geometric Loss Strategy for Multi-Task Learning", 2019)]
    public static Scalar GeometricMean(Scalar loss, [Range(0, 1, ExclusiveMinimum = true)] double epsilon = 1e-8) =>
        Log(Max(loss, epsilon));
}
