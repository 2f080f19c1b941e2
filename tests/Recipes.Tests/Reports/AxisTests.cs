namespace Recipes.Tests.Reports;

public class AxisTests
{
    [Theory]
    [InlineData(0.31, 2.1, new[] { 0, 0.5, 1, 1.5, 2, 2.5 })]
    [InlineData(0.90, 0.98, new[] { 0.9, 0.92, 0.94, 0.96, 0.98 })]
    [InlineData(-3, 5, new[] { -4.0, -2, 0, 2, 4, 6 })]
    public void Ticks_are_round_and_hold_all_values(double low, double high, double[] ticks)
    {
        Axis axis = Axis.Around([low, double.NaN, high], 100, 0);
        Assert.Equal(ticks.Length, axis.Ticks.Length);
        for (int i = 0; i < ticks.Length; i++) Assert.Equal(ticks[i], axis.Ticks[i], 1e-12);
        Assert.InRange(axis.At(low), 0, 100);
        Assert.InRange(axis.At(high), 0, axis.At(low));
    }

    [Fact]
    public void Positive_values_over_many_scales_get_decades()
    {
        Axis axis = Axis.Around([0.002, 3], 0, 400);
        Assert.Equal(5, axis.Ticks.Length);
        for (int i = 0; i < 5; i++) Assert.Equal(Math.Pow(10, i - 3), axis.Ticks[i], 1e-12);
        Assert.Equal(200, axis.At(0.1), 1e-9);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.96)]
    [InlineData(-2.0)]
    [InlineData(1e-12)]
    [InlineData(1e12)]
    public void A_single_value_has_room_on_both_sides(double value)
    {
        Axis axis = Axis.Around([value], 0, 100);
        Assert.InRange(axis.At(value), 1, 99);
        Assert.InRange(axis.Ticks.Length, 2, 8);
    }

    [Fact]
    public void Without_finite_values_there_is_an_axis_all_the_same() => Assert.Equal(50, Axis.Around([double.NaN], 0, 100).At(0.5), 1e-9);

    [Theory]
    [InlineData(1, 30, new[] { 10.0, 20, 30 })]
    [InlineData(1, 3, new[] { 1.0, 2, 3 })]
    [InlineData(4, 4, new[] { 4.0 })]
    public void Epochs_are_whole(int first, int last, double[] ticks) => Assert.Equal(ticks, Axis.Whole(first, last, 0, 100).Ticks);
}
