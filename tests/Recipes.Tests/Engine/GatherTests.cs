using Recipes.Engine;

namespace Recipes.Tests.Engine;

public class GatherTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 64)]
    [InlineData(100, 3000)]
    public void Rows_and_labels_come_in_the_order_drawn(int rows, int width)
    {
        using var arena = new NativeArena();
        using var team = new ThreadTeam(3);
        NativeBuffer<float> source = arena.Random(50 * width, 1), batch = arena.Allocate<float>(rows * width);
        NativeBuffer<int> index = arena.Allocate<int>(rows), labels = arena.Allocate<int>(50), drawn = arena.Allocate<int>(rows);
        for (int i = 0; i < 50; i++) labels[i] = 1000 + i;
        for (int r = 0; r < rows; r++) index[r] = (r * 37) % 50;
        Gather.Rows(team, source, index, rows, width, batch);
        Gather.Labels(labels, index, rows, drawn);
        for (int r = 0; r < rows; r++)
        {
            Assert.Equal(source.Slice(index[r] * width, width).ToArray(), batch.Slice(r * width, width).ToArray());
            Assert.Equal(1000 + index[r], drawn[r]);
        }
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(64, 64)]
    [InlineData(40, 3001)]
    public void A_mixed_row_is_the_weighted_mean_of_the_row_and_its_partner(int rows, int width)
    {
        using var arena = new NativeArena();
        using var team = new ThreadTeam(3);
        NativeBuffer<float> x = arena.Random(rows * width, 1), shares = arena.Random(rows, 2), mixed = arena.Allocate<float>(rows * width);
        NativeBuffer<int> partners = arena.Allocate<int>(rows);
        for (int r = 0; r < rows; r++)
        {
            partners[r] = (r * 7 + 3) % rows;
            shares[r] = Math.Abs(shares[r]);
        }
        shares[0] = 1;
        Mixing.Rows(team, rows, width, x, partners, shares, mixed);
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < width; c++)
            {
                double expected = ((double)shares[r] * x[(r * width) + c]) + ((1.0 - shares[r]) * x[(partners[r] * width) + c]);
                Assert.Equal(expected, mixed[(r * width) + c], 3e-7);
            }
        Assert.Equal(x.Slice(0, width).ToArray(), mixed.Slice(0, width).ToArray());
    }
}
