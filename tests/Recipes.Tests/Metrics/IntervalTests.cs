namespace Recipes.Tests.Metrics;

public class IntervalTests
{
    [Fact]
    public void Wilson_agrees_with_published_values_and_closed_forms()
    {
        // No success: the upper end is z²/(n + z²).
        (double low, double high) = Interval.Wilson(0, 10);
        Assert.Equal(0, low, 1e-15);
        Assert.Equal(3.841458820694124 / 13.841458820694124, high, 1e-12);
        // Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I: 81 of 263 gives 0.2553 to 0.3662.
        (low, high) = Interval.Wilson(81.0 / 263, 263);
        Assert.Equal(0.2553, low, 5e-5);
        Assert.Equal(0.3662, high, 5e-5);
        Assert.True(double.IsNaN(Interval.Wilson(double.NaN, 0).Low));
    }
}
