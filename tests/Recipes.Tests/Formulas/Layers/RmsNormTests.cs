using static Recipes.Formulas.Math;

namespace Recipes.Tests.Formulas.Layers;

public sealed class RmsNormTests
{
    [Fact]
    public void Gives_rows_of_mean_square_one_and_leaves_zero_rows_at_zero()
    {
        Row<Feature> x = new double[,] { { 300, -400, 12 }, { 0, 0, 0 } };
        Row<Feature> normalised = Recipes.Layers.RmsNorm(x, new double[] { 1, 1, 1 });
        Assert.Equal(1, Mean(Square(normalised))[0], 1e-9);
        Assert.Equal([0, 0, 0], normalised.ToArray()[3..]);
    }
}
