using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Weightings
{
    /// <summary>Weights by inverse frequency: every class has the same say in the loss.</summary>
    /// <remarks>
    /// <para>N / (C · n) for a class with n of the N train rows, in C classes; its mean over the train rows is 1 as it is.</para>
    /// <para>
    /// For few classes of moderate imbalance. The wrong choice with long tails, where a handful of rows gets a huge weight
    /// (<c>EffectiveNumberWeights</c>), and together with a balanced sampler.
    /// </para>
    /// <para>The <c>balanced</c> class weights of scikit-learn.</para>
    /// </remarks>
    /// <param name="n">Train rows of the class.</param>
    /// <param name="rows">Train rows of all classes.</param>
    /// <param name="classes">The number of classes.</param>
    /// <returns>The weight of the class.</returns>
    [Weighting, Paper("Logistic Regression in Rare Events Data", 2001)]
    public static Scalar InverseFrequencyWeights(ClassCount n, RowCount rows, ClassTotal classes) =>
        rows / (classes * n);
}
