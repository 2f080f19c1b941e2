using Recipes.Engine;

namespace Recipes.Tests.Engine;

public class ReductionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(16_384)]
    [InlineData(100_003)]
    [InlineData(5_000_001)]
    public void The_sum_of_squares_is_that_of_the_textbook_for_any_team(int length)
    {
        using var arena = new NativeArena();
        NativeBuffer<float> buffer = arena.Random(length, 5);
        double expected = 0;
        foreach (float value in buffer.Span) expected += (double)value * value;
        double alone = Reductions.SumOfSquares(null, buffer);
        // Squares of floats are exact in double; n additions lose at most n·2⁻⁵³ of the sum of positive terms.
        Assert.Equal(expected, alone, expected * length * 1.2e-16 + 1e-300);
        for (int threads = 1; threads <= 3; threads++)
        {
            using var team = new ThreadTeam(threads);
            Assert.Equal(alone, Reductions.SumOfSquares(team, buffer));
        }
    }

    [Theory]
    [InlineData(float.NaN, double.NaN)]
    [InlineData(float.NegativeInfinity, double.PositiveInfinity)]
    public void One_bad_element_shows_in_the_sum(float bad, double expected)
    {
        using var arena = new NativeArena();
        foreach (int index in (int[])[0, 20_000, 39_998])
        {
            NativeBuffer<float> buffer = arena.Random(39_999, 5);
            buffer[index] = bad;
            Assert.Equal(expected, Reductions.SumOfSquares(null, buffer));
        }
    }

    [Fact]
    public void Squares_beyond_a_float_are_summed()
    {
        using var arena = new NativeArena();
        Assert.Equal(40 * (double)1e30f * 1e30f, Reductions.SumOfSquares(null, arena.Filled(40, 1e30f)), 1e48);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 1)]
    [InlineData(64, 10)]
    [InlineData(100, 43)]
    [InlineData(7, 200)]
    public void Columns_are_summed_in_order_of_the_rows(int rows, int columns)
    {
        using var arena = new NativeArena();
        NativeBuffer<float> matrix = arena.Random(rows * columns, 6), sums = arena.Filled(columns, float.NaN);
        Reductions.ColumnSums(rows, columns, matrix, sums);
        for (int c = 0; c < columns; c++)
        {
            float sum = 0;
            for (int r = 0; r < rows; r++) sum += matrix[(r * columns) + c];
            Assert.Equal(sum, sums[c]);
        }
    }
}
