namespace Recipes.Tests.Formulas.Losses;

/// <summary>The losses that look at the whole batch.</summary>
public sealed class BatchLossTests
{
    [Fact]
    public void Prediction_diversity_is_the_negative_entropy_of_the_mean() => Examples.AssertLoss(
        Golden.PredictionDiversity, Golden.PredictionDiversityGradient, z => Recipes.Losses.PredictionDiversity(z, Examples.Labels));

    [Fact]
    public void Prediction_diversity_is_least_for_even_predictions_and_zero_for_one_class()
    {
        Assert.Equal(-Math.Log(2), Recipes.Losses.PredictionDiversity(new double[,] { { 900, 0 }, { 0, 900 } }, 0), 1e-15);
        Assert.Equal(0, Recipes.Losses.PredictionDiversity(new double[,] { { 900, 0 }, { 900, 0 } }, 0), 1e-15);
    }

    [Fact]
    public void Conditional_mutual_information_is_the_divergence_from_the_class_mean() => Examples.AssertLoss(
        Golden.ConditionalMutualInformation, Golden.ConditionalMutualInformationGradient,
        z => Recipes.Losses.ConditionalMutualInformation(z, Examples.Labels));

    [Fact]
    public void Conditional_mutual_information_of_single_rows_is_zero() => Assert.All(
        Recipes.Losses.ConditionalMutualInformation(new double[,] { { 1, 2 }, { 900, -7 } }, new int[] { 0, 1 }).ToArray(),
        value => Assert.Equal(0, value, 1e-15));

    /// <summary>By hand: two certain and opposite predictions of a class, each log 2 from their mean.</summary>
    [Fact]
    public void Conditional_mutual_information_of_opposite_predictions_is_log_2() => Assert.All(
        Recipes.Losses.ConditionalMutualInformation(new double[,] { { 900, 0 }, { 0, 900 } }, 0).ToArray(),
        value => Assert.Equal(Math.Log(2), value, 1e-15));
}
