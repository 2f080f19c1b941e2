namespace Recipes.Tests.Formulas.Losses;

public sealed class SquentropyTests
{
    [Fact]
    public void Is_cross_entropy_and_the_mean_square_of_the_wrong_logits() => Examples.AssertLoss(
        Golden.Squentropy, Golden.SquentropyGradient, z => Recipes.Losses.Squentropy(z, Examples.Labels));

    /// <summary>By hand: −log 1/2 + 3² / 1.</summary>
    [Fact]
    public void Of_two_classes_takes_the_one_wrong_logit() =>
        Assert.Equal(Math.Log(2) + 9, Recipes.Losses.Squentropy(new double[] { 3, 3 }, 1), 1e-14);
}
