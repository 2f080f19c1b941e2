using Recipes.Engine;

namespace Recipes.Tests.Engine;

public class DropoutTests
{
    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Row_r_and_column_c_take_the_draw_of_that_ordinal_and_element(int path)
    {
        var key = new RandomKey(11, "dropout");
        foreach ((int rows, int columns) in ((int, int)[])[(1, 1), (5, 10), (64, 128), (33, 257), (2, 9000)])
        {
            using var arena = new NativeArena();
            using var team = new ThreadTeam(3);
            NativeBuffer<float> mask = arena.Filled(rows * columns, -1);
            Dropout.FillMask((VectorPath)path, team, rows, columns, mask, key, 1000, 0.3);
            for (int r = 0; r < rows; r++)
                for (int c = 0; c < columns; c++)
                {
                    float expected = key.UInt32(1000 + (ulong)r, (uint)c) < 0.3 * 4294967296.0 ? 0 : (float)(1 / 0.7);
                    Assert.Equal(expected, mask[(r * columns) + c]);
                }
        }
    }

    [Fact]
    public void The_share_of_zeros_is_the_rate_and_the_mean_is_one()
    {
        const int n = 250_000;
        using var arena = new NativeArena();
        NativeBuffer<float> mask = arena.Allocate<float>(n);
        Dropout.FillMask(null, 500, 500, mask, new RandomKey(1, "dropout"), 0, 0.2);
        int zeros = mask.ToArray().Count(v => v == 0);
        Assert.InRange(zeros, (0.2 * n) - (5 * 200), (0.2 * n) + (5 * 200)); // √(n·0.2·0.8) = 200
        Assert.All(mask.ToArray(), v => Assert.True(v is 0 or 1.25f));
    }

    [Fact]
    public void A_rate_of_zero_keeps_everything()
    {
        using var arena = new NativeArena();
        NativeBuffer<float> mask = arena.Allocate<float>(1000);
        Dropout.FillMask(null, 10, 100, mask, new RandomKey(1, "dropout"), 0, 0);
        Assert.All(mask.ToArray(), v => Assert.Equal(1, v));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_rate_outside_the_range_is_refused(double rate)
    {
        using var arena = new NativeArena();
        NativeBuffer<float> mask = arena.Allocate<float>(4);
        Assert.Throws<ArgumentOutOfRangeException>(() => Dropout.FillMask(null, 2, 2, mask, new RandomKey(1, "dropout"), 0, rate));
    }
}
