using static Recipes.Formulas.Math;

namespace Recipes.Tests.Formulas.LogitTransforms;

public sealed class LogitClipTests
{
    [Fact]
    public void Before_cross_entropy_is_that_of_PyTorch() => Examples.AssertLoss(
        Golden.ClippedCrossEntropy, Golden.ClippedCrossEntropyGradient,
        z => Recipes.Losses.CrossEntropy(Recipes.LogitTransforms.LogitClip(z), Examples.Labels));

    [Fact]
    public void Leaves_short_rows_alone_and_shortens_long_ones()
    {
        Logits z = new double[,] { { 0.3, -0.4 }, { 0, 0 }, { 30, -40 } };
        Row<Class> clipped = Recipes.LogitTransforms.LogitClip(z, 2);
        Assert.Equal([0.3, -0.4, 0, 0], clipped.ToArray()[..4]);
        Assert.Equal(2, Norm(clipped)[2], 1e-15);
        Assert.Equal(-0.75, clipped[2, 0] / clipped[2, 1], 1e-15);
    }
}
