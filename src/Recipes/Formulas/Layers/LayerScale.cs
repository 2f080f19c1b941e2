namespace Recipes;

public static partial class Layers
{
    /// <summary>A learned gain for each feature.</summary>
    /// <remarks>
    /// <para>x · w.</para>
    /// <para>
    /// Lets a deep network begin with quiet features and turn them up one by one. The wrong choice after a layer that has gains of its own.
    /// </para>
    /// <para>Gains begin at 0.1, the paper's value for networks of up to 18 blocks; it takes less for deeper ones, which here needs a formula of one's own.</para>
    /// </remarks>
    /// <param name="x">Features [batch, features].</param>
    /// <param name="weight">The gains w [features].</param>
    /// <returns>Scaled features [batch, features].</returns>
    [Layer, Paper("Going Deeper with Image Transformers", 2021)]
    public static Row<Feature> LayerScale(Row<Feature> x, [Initial(0.1)] LearnedRow weight) => x * weight;
}
