namespace Recipes.Tests.Reports;

public class NumberTextTests
{
    [Theory]
    [InlineData(0, "0.0000")]
    [InlineData(0.98765, "0.9877")]
    [InlineData(-1.5, "−1.5000")]
    [InlineData(0.00012345, "1.235e−4")]
    [InlineData(123456, "1.235e+5")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "∞")]
    public void Values(double value, string text) => Assert.Equal(text, NumberText.Value(value));

    [Theory]
    [InlineData(0, "none")]
    [InlineData(0.01234, "+0.0123")]
    [InlineData(-0.0008, "−0.0008")]
    [InlineData(-0.00001, "−1e−5")]
    [InlineData(double.NaN, "–")]
    public void Changes(double change, string text) => Assert.Equal(text, NumberText.Change(change));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(9999, "9999")]
    [InlineData(12_345, "12k")]
    [InlineData(1_234_567, "1M")]
    public void Short_counts_fit_in_four_characters(long count, string text) => Assert.Equal(text, NumberText.Short(count));

    [Theory]
    [InlineData(0.24, "0.2 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(83.2, "1 min 23 s")]
    [InlineData(7384, "2 h 3 min")]
    [InlineData(double.NaN, "–")]
    public void Durations(double seconds, string text) => Assert.Equal(text, NumberText.Duration(seconds));

    [Fact]
    public void Others()
    {
        Assert.Equal("97.78%", NumberText.Percent(0.97777));
        Assert.Equal("–", NumberText.Percent(double.NaN));
        Assert.Equal("1 234 567", NumberText.Count(1_234_567));
        Assert.Equal("0.005", NumberText.Tick(0.005));
        Assert.Equal("1e−5", NumberText.Tick(1e-5));
        Assert.Equal("−2.5", NumberText.Tick(-2.5));
    }
}
