namespace Recipes.Tests.Formulas.TermWeightings;

public sealed class TermWeightingTests
{
    /// <summary>Of eˢ·L − s the derivative eˢ·L − 1 vanishes at s = −log L, where it is 1 + log L.</summary>
    [Theory]
    [InlineData(0.01), InlineData(1), InlineData(300)]
    public void Impartial_weights_make_every_term_one(double loss)
    {
        var best = -Math.Log(loss);
        double least = Recipes.TermWeightings.ImpartialWeights(loss, best);
        Assert.Equal(1 + Math.Log(loss), least, 1e-13);
        Assert.True(Recipes.TermWeightings.ImpartialWeights(loss, best + 0.01) > least);
        Assert.True(Recipes.TermWeightings.ImpartialWeights(loss, best - 0.01) > least);
    }

    /// <summary>By hand: L/(2σ²) + log(1 + σ²) of L = 3 and σ² = 2 is 0.75 + log 3.</summary>
    [Fact]
    public void Revised_uncertainty_weights_have_a_price_above_zero()
    {
        Assert.Equal(0.75 + Math.Log(3), Recipes.TermWeightings.RevisedUncertaintyWeights(3, Math.Log(2)), 1e-15);
        Assert.True((double)Recipes.TermWeightings.RevisedUncertaintyWeights(1e-9, -20) > 0);
    }

    [Fact]
    public void The_geometric_mean_adds_logarithms()
    {
        var sum = Recipes.TermWeightings.GeometricMean(0.5) + Recipes.TermWeightings.GeometricMean(8);
        // √(0.5 · 8) = 2.
        Assert.Equal(2, Math.Exp((double)sum / 2), 1e-15);
        Assert.Equal(Math.Log(1e-8), Recipes.TermWeightings.GeometricMean(0), 1e-14);
    }
}
