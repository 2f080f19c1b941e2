using static Recipes.Formulas.Math;

namespace Recipes.Tests.Formulas.Losses;

public sealed class CrossEntropyTests
{
    [Fact]
    public void Is_that_of_PyTorch() => Examples.AssertLoss(
        Golden.CrossEntropy0, Golden.CrossEntropy0Gradient, z => Recipes.Losses.CrossEntropy(z, Examples.Labels));

    [Fact]
    public void Smooths_over_all_classes_as_PyTorch() => Examples.AssertLoss(
        Golden.CrossEntropy10, Golden.CrossEntropy10Gradient, z => Recipes.Losses.CrossEntropy(z, Examples.Labels, 0.1));

    [Fact]
    public void With_class_weights_is_that_of_PyTorch()
    {
        Row<Class> weights = new double[] { 0.5, 2, 1, 0.25 };
        Scalar w = weights[Examples.Labels];
        Scalar weighted = w * Recipes.Losses.CrossEntropy(Examples.Logits, Examples.Labels);
        Examples.AssertClose(Golden.WeightedCrossEntropy, weighted.ToArray());
        // PyTorch's mean is over the weights, not over the rows.
        Examples.AssertClose(Golden.WeightedCrossEntropyMean[0], BatchMean(weighted) / BatchMean(w));
    }

    [Fact]
    public void Does_not_change_with_a_common_shift()
    {
        Row<Class> z = new double[] { 0.125, -2.5, 3.75, 0.5 };
        foreach (var shift in (double[])[1e4, -1e8])
            Assert.Equal((double)Recipes.Losses.CrossEntropy(z, 2, 0.3), (double)Recipes.Losses.CrossEntropy(z + shift, 2, 0.3));
    }

    [Fact]
    public void Is_linear_where_softmax_saturates()
    {
        Assert.Equal(0, (double)Recipes.Losses.CrossEntropy(new double[] { 2000, 0 }, 0));
        Assert.Equal(2000, (double)Recipes.Losses.CrossEntropy(new double[] { 2000, 0 }, 1));
    }
}
