namespace Recipes.Tests.Formulas.TermWeightings;

public sealed class UncertaintyWeightsTests
{
    [Fact]
    public void Starts_at_the_loss_itself() => Assert.Equal(3.5, (double)Recipes.TermWeightings.UncertaintyWeights(3.5, 0));

    /// <summary>Of L·e⁻ˢ + s/2 the derivative −L·e⁻ˢ + 1/2 vanishes at s = log 2L.</summary>
    [Theory]
    [InlineData(0.01), InlineData(1), InlineData(300)]
    public void Is_least_where_the_variance_is_twice_the_loss(double loss)
    {
        var best = Math.Log(2 * loss);
        double least = Recipes.TermWeightings.UncertaintyWeights(loss, best);
        Assert.Equal(0.5 + best / 2, least, 1e-14);
        Assert.True(Recipes.TermWeightings.UncertaintyWeights(loss, best + 0.01) > least);
        Assert.True(Recipes.TermWeightings.UncertaintyWeights(loss, best - 0.01) > least);
    }
}
