namespace Recipes.Tests.Metrics;

public class ProbabilitiesTests
{
    [Fact]
    public void A_softmax_of_each_row()
    {
        float[] values = [0, MathF.Log(3), 1000, 1000, -1000, float.NegativeInfinity];
        Probabilities.FromScores(values, 2);
        float[] expected = [0.25f, 0.75f, 0.5f, 0.5f, 1, 0];
        // The logarithm of 3 is rounded to a float.
        for (int i = 0; i < values.Length; i++) Assert.Equal(expected[i], values[i], 1e-7);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_value_that_is_not_finite_spoils_its_row_and_no_other(float value)
    {
        float[] values = [0, value, 0, 0];
        Probabilities.FromScores(values, 2);
        Assert.True(float.IsNaN(values[0]) && float.IsNaN(values[1]));
        Assert.Equal(0.5f, values[2]);
    }

    [Fact]
    public void Parts_of_rows_are_refused() => Assert.Throws<ArgumentException>(() => Probabilities.FromScores(new float[5], 2));
}
