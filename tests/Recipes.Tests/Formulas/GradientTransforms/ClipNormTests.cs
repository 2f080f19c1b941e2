using static Recipes.Formulas.Math;

namespace Recipes.Tests.Formulas.GradientTransforms;

public sealed class ClipNormTests
{
    [Fact]
    public void Is_that_of_PyTorch()
    {
        double[] g = [0.3, -2, 0.1, 1.5];
        GradientNorm norm = Norm(new Row<Element>(g));
        Examples.AssertClose(Golden.ClipNorm1, Recipes.GradientTransforms.ClipNorm(g, norm, 1).ToArray());
        Examples.AssertClose(Golden.ClipNorm100, Recipes.GradientTransforms.ClipNorm(g, norm, 100).ToArray());
    }

    [Fact]
    public void Keeps_a_gradient_that_is_not_a_number() =>
        Assert.Equal(double.NaN, (double)Recipes.GradientTransforms.ClipNorm(1, double.NaN, 1));
}
