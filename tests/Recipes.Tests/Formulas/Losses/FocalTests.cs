namespace Recipes.Tests.Formulas.Losses;

public sealed class FocalTests
{
    [Fact]
    public void Is_that_of_its_primitives_in_PyTorch()
    {
        Examples.AssertLoss(Golden.Focal5, Golden.Focal5Gradient, z => Recipes.Losses.Focal(z, Examples.Labels, 0.5));
        Examples.AssertLoss(Golden.Focal20, Golden.Focal20Gradient, z => Recipes.Losses.Focal(z, Examples.Labels));
        Examples.AssertLoss(Golden.Focal50, Golden.Focal50Gradient, z => Recipes.Losses.Focal(z, Examples.Labels, 5));
    }

    [Fact]
    public void Without_focus_is_cross_entropy() => Examples.AssertLoss(
        Golden.CrossEntropy0, Golden.CrossEntropy0Gradient, z => Recipes.Losses.Focal(z, Examples.Labels, 0));

    [Theory]
    [InlineData(0), InlineData(0.5), InlineData(1), InlineData(10)]
    public void Is_zero_where_the_true_class_is_certain(double gamma) =>
        Assert.Equal(0, (double)Recipes.Losses.Focal(new double[] { 2000, 0 }, 0, gamma));
}
