namespace Recipes.ToyChecks.Tests;

public class ClaimTests
{
    private static readonly Measure s_measure = new("accuracy", "points", true, _ => 0);

    /// <summary>Every place that an interval can have relative to 0 and to the threshold 1.</summary>
    [Theory]
    [InlineData(1.5, 2.5, "Shown")]
    [InlineData(0.5, 2.5, "Shown")]
    [InlineData(-0.5, 2.5, "Inconclusive")]
    [InlineData(0.2, 0.8, "NotShown")]
    [InlineData(-0.5, 0.8, "NotShown")]
    [InlineData(-2.5, -0.5, "NotShown")]
    [InlineData(0, 1, "Inconclusive")]
    public void An_improvement(double low, double high, string verdict) => Assert.Equal(verdict, Judge(low, high, noWorse: false));

    [Theory]
    [InlineData(0.5, 2, "Shown")]
    [InlineData(-0.5, 2, "Shown")]
    [InlineData(-0.5, -0.2, "Shown")]
    [InlineData(-2, 0.5, "Inconclusive")]
    [InlineData(-2, -0.5, "NotShown")]
    [InlineData(-3, -2, "NotShown")]
    [InlineData(-1, 0, "Inconclusive")]
    public void To_be_no_worse(double low, double high, string verdict) => Assert.Equal(verdict, Judge(low, high, noWorse: true));

    [Theory]
    [InlineData(true, 80, 85, 5)]
    [InlineData(false, 80, 85, -5)]
    public void A_gain_is_positive_where_the_second_is_better(bool higherIsBetter, double first, double second, double gain) =>
        Assert.Equal(gain, (s_measure with { HigherIsBetter = higherIsBetter }).Gain(first, second));

    private static string Judge(double low, double high, bool noWorse) =>
        new Claim("", s_measure, Threshold: 1, noWorse).Judge(new PairedInterval((low + high) / 2, low, high)).ToString();
}
