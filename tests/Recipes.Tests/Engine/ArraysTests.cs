using Recipes.Engine;

namespace Recipes.Tests.Engine;

/// <summary>What is done to whole arrays.</summary>
public sealed class ArraysTests
{
    [Theory]
    [InlineData(1, 1), InlineData(3, 50), InlineData(33, 17)]
    public void Transposes(int rows, int columns)
    {
        using var arena = new NativeArena();
        var (source, result) = (arena.Allocate<float>(rows * columns), arena.Allocate<float>(rows * columns));
        for (var i = 0; i < rows * columns; i++)
            source[i] = i;
        Arrays.Transpose(source, result, rows, columns);
        for (var i = 0; i < rows * columns; i++)
            Assert.Equal(i, result[(i % columns * rows) + (i / columns)]);
    }

    [Fact]
    public void Ranks_from_the_greatest_the_first_of_equals_first_and_not_a_number_last()
    {
        float[] numbers = [2, -1, float.NaN, 2, 0, -0f, float.PositiveInfinity, -5];
        Assert.Equal([1, 5, 7, 2, 3, 4, 0, 6], Ranks(numbers));
    }

    [Fact]
    public void Moves_to_the_places_and_back()
    {
        using var arena = new NativeArena();
        var (source, ranks, sorted, back, order) = (arena.Allocate<float>(12), arena.Allocate<float>(12), arena.Allocate<float>(12), arena.Allocate<float>(12), arena.Allocate<long>(6));
        float[] numbers = [3, 1, 2, 9, 7, 8, -3, -1, -2, -9, -7, -8];
        numbers.CopyTo(source.Span);
        Arrays.Rank(source, ranks, 2, 6, order);
        Arrays.MoveTo(source, ranks, sorted, 2, 6);
        Assert.Equal([9, 8, 7, 3, 2, 1, -1, -2, -3, -7, -8, -9], sorted.Span.ToArray());
        Arrays.MoveBack(sorted, ranks, back, 2, 6);
        Assert.Equal(numbers, back.Span.ToArray());
    }

    [Fact]
    public void Columns_are_put_in_order_as_the_rows_of_the_transposed_array()
    {
        using var arena = new NativeArena();
        NativeBuffer<float> Twelve() => arena.Allocate<float>(12);
        var (source, across, expected, ranks, result, order) = (Twelve(), Twelve(), Twelve(), Twelve(), Twelve(), arena.Allocate<long>(6));
        float[] numbers = [3, -3, 1, float.NaN, 2, -2, 9, 0, 1, -7, 8, -8];
        numbers.CopyTo(source.Span);
        Arrays.RankColumns(source, ranks, 6, 2, order);
        Arrays.Transpose(source, across, 6, 2);
        Arrays.Rank(across, expected, 2, 6, order);
        Arrays.Transpose(ranks, result, 6, 2);
        Assert.Equal(expected.Span.ToArray(), result.Span.ToArray());
        Arrays.MoveColumnsTo(source, ranks, result, 6, 2);
        Assert.Equal([9, 0, 8, -2, 3, -3, 2, -7, 1, -8, 1, float.NaN], result.Span.ToArray());
        Arrays.MoveColumnsBack(result, ranks, across, 6, 2);
        Assert.Equal(numbers, across.Span.ToArray());
    }

    private static float[] Ranks(float[] numbers)
    {
        using var arena = new NativeArena();
        var (source, ranks, order) = (arena.Allocate<float>(numbers.Length), arena.Allocate<float>(numbers.Length), arena.Allocate<long>(numbers.Length));
        numbers.CopyTo(source.Span);
        Arrays.Rank(source, ranks, 1, numbers.Length, order);
        return ranks.Span.ToArray();
    }
}
