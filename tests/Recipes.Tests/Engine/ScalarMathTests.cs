using Recipes.Engine;

namespace Recipes.Tests.Engine;

public sealed class ScalarMathTests
{
    [Fact]
    public void A_sum_of_floats_is_that_of_doubles()
    {
        using var arena = new NativeArena();
        NativeBuffer<float> values = arena.Allocate<float>(100);
        for (int i = 0; i < 100; i++) values[i] = 0.1f * i * (i % 3 == 0 ? -1 : 1);
        for (int start = 0; start < 20; start++)
        {
            for (int count = 0; count <= 80; count++)
            {
                double expected = 0;
                for (int i = 0; i < count; i++) expected += values[start + i];
                // Doubles of this size add up to 100 numbers with less than this.
                Assert.Equal(expected, ScalarMath.Sum(values, start, count), 1e-12);
            }
        }
    }

    [Fact]
    public void A_sum_keeps_a_NaN()
    {
        using var arena = new NativeArena();
        NativeBuffer<float> values = arena.Allocate<float>(40);
        foreach (int place in (int[])[0, 17, 33])
        {
            values.Span.Clear();
            values[place] = float.NaN;
            Assert.True(double.IsNaN(ScalarMath.Sum(values, 0, 40)));
        }
    }
}
