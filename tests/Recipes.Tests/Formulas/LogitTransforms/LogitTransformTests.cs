using static Recipes.Formulas.Math;

namespace Recipes.Tests.Formulas.LogitTransforms;

public sealed class LogitTransformTests
{
    [Fact]
    public void A_temperature_divides() => Assert.Equal([0.75, -0.25, 0.125, 1.5], Recipes.LogitTransforms.LogitTemperature(Examples.Logits, 2).ToArray()[..4]);

    /// <summary>By hand: 30 · tanh 1 = 22.847824678672944 (mpmath).</summary>
    [Fact]
    public void A_soft_cap_bounds_and_leaves_small_logits_alone()
    {
        double[] capped = Recipes.LogitTransforms.LogitSoftCap(new Logits(new double[] { 30, 1e-4, -1e6 })).ToArray();
        Examples.AssertClose([22.847824678672944, 1e-4, -30], [capped[0], Math.Round(capped[1], 12), capped[2]]);
    }

    [Fact]
    public void Standardised_rows_have_mean_zero_and_one_spread()
    {
        Row<Class> standard = Recipes.LogitTransforms.LogitStandardize(Examples.Logits, 0.5);
        for (var row = 0; row < 5; row++)
        {
            Assert.Equal(0, Mean(standard)[row], 1e-14);
            // ε takes 10⁻⁷ of a spread of 0.1 and more.
            Assert.Equal(4, Mean(Square(standard))[row], 1e-5);
        }
        Assert.Equal([0, 0, 0], Recipes.LogitTransforms.LogitStandardize(new Logits(new double[] { 7, 7, 7 })).ToArray());
    }
}
