using Recipes.Engine;

namespace Recipes.Tests.Engine;

/// <summary>The numbers are fixed by their key, so each statistic below is one number: it lies within five standard errors of what it estimates.</summary>
public class RandomKeyTests
{
    private const int N = 100_000;
    private static readonly RandomKey s_key = new(7, "test");

    [Fact]
    public void A_draw_is_a_function_of_seed_purpose_ordinal_and_element()
    {
        uint draw = new RandomKey(7, "shuffle").UInt32(12, 34);
        Assert.Equal(draw, new RandomKey(7, "shuffle").UInt32(12, 34));
        Assert.NotEqual(draw, new RandomKey(8, "shuffle").UInt32(12, 34));
        Assert.NotEqual(draw, new RandomKey(7 + (1UL << 32), "shuffle").UInt32(12, 34));
        Assert.NotEqual(draw, new RandomKey(7, "dropout").UInt32(12, 34));
        Assert.NotEqual(draw, new RandomKey(7, "shuffle").UInt32(13, 34));
        Assert.NotEqual(draw, new RandomKey(7, "shuffle").UInt32(12 + (1UL << 32), 34));
        Assert.NotEqual(draw, new RandomKey(7, "shuffle").UInt32(12, 35));
    }

    [Fact]
    public void A_purpose_enters_as_its_fnv1a_hash()
    {
        // FNV-1a of "a" is 0xe40c292c and of "foobar" 0xbf9cf968 (Noll's test vectors); the counter is (block, ordinal low, ordinal high, hash).
        Assert.Equal(Philox.Word(5, 9, 0, 0xe40c292c, 7, 0), new RandomKey(7, "a").UInt32(9, 5));
        Assert.Equal(Philox.Word(5, 9, 1, 0xbf9cf968, 7, 2), new RandomKey(7 + (2UL << 32), "foobar").UInt32(9 + (1UL << 32), 5));
    }

    [Fact]
    public void Uniform_numbers_fill_the_unit_interval_evenly()
    {
        var counts = new int[100];
        for (uint i = 0; i < N; i++)
        {
            double u = s_key.Uniform(3, i);
            Assert.InRange(u, 0, 1 - 1e-16);
            counts[(int)(u * 100)]++;
        }
        // χ² with 99 degrees of freedom: mean 99, deviation √198.
        Assert.InRange(counts.Sum(c => Math.Pow(c - (N / 100), 2) / (N / 100)), 99 - (5 * 14.1), 99 + (5 * 14.1));
    }

    [Fact]
    public void Every_bit_of_a_word_is_even_and_neighbouring_draws_are_uncorrelated()
    {
        var ones = new int[32];
        double product = 0;
        for (uint i = 0; i < N; i++)
        {
            uint word = s_key.UInt32(i, 0);
            for (int bit = 0; bit < 32; bit++) ones[bit] += (int)(word >> bit) & 1;
            product += ((word / 4294967296.0) - 0.5) * ((s_key.UInt32(i + 1, 0) / 4294967296.0) - 0.5);
        }
        Assert.All(ones, count => Assert.InRange(count, (N / 2) - (5 * 158), (N / 2) + (5 * 158))); // √(N/4) = 158
        Assert.InRange(product / N, -5.0 / 12 / Math.Sqrt(N), 5.0 / 12 / Math.Sqrt(N));
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_a_normal()
    {
        double sum = 0, squares = 0, fourth = 0;
        int beyond = 0;
        for (uint i = 0; i < N; i++)
        {
            double x = s_key.Normal(4, i);
            sum += x;
            squares += x * x;
            fourth += x * x * x * x;
            if (Math.Abs(x) > 1.959964) beyond++;
        }
        double root = Math.Sqrt(N);
        Assert.InRange(sum / N, -5 / root, 5 / root);
        Assert.InRange(squares / N, 1 - (5 * Math.Sqrt(2) / root), 1 + (5 * Math.Sqrt(2) / root));
        Assert.InRange(fourth / N, 3 - (5 * Math.Sqrt(96) / root), 3 + (5 * Math.Sqrt(96) / root)); // Var x⁴ = 105 − 9
        Assert.InRange(beyond, (0.05 * N) - (5 * 69), (0.05 * N) + (5 * 69)); // √(N·0.05·0.95) = 69
    }

    [Fact]
    public void Below_is_even_and_refuses_an_empty_range()
    {
        var counts = new int[7];
        for (uint i = 0; i < N; i++) counts[s_key.Below(7, 5, i)]++;
        Assert.All(counts, count => Assert.InRange(count, (N / 7) - (5 * 111), (N / 7) + (5 * 111))); // √(N·6/49) = 111
        Assert.Equal(0, s_key.Below(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_key.Below(0, 0));
    }

    [Fact]
    public void A_shuffle_keeps_the_values_and_makes_every_order_equally_likely()
    {
        var orders = new Dictionary<string, int>();
        var values = new int[4];
        for (uint draw = 0; draw < 24_000; draw++)
        {
            for (int i = 0; i < 4; i++) values[i] = i;
            s_key.Shuffle(values, draw);
            string order = string.Join(' ', values);
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(24, orders.Count);
        Assert.All(orders.Values, count => Assert.InRange(count, 1000 - (5 * 31), 1000 + (5 * 31))); // √(24000·23/576) = 31

        int[] many = [.. Enumerable.Range(0, 1000)], again = [.. Enumerable.Range(0, 1000)];
        s_key.Shuffle(many, 1);
        s_key.Shuffle(again, 1);
        Assert.Equal(many, again);
        Assert.Equal(Enumerable.Range(0, 1000), many.Order());
    }

    [Theory]
    [InlineData(0.2, 0.2)]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(20, 20)]
    [InlineData(0.001, 0.001)]
    public void Beta_draws_have_the_moments_of_a_beta(double alpha, double beta)
    {
        const int n = 20_000;
        double sum = 0, squares = 0, total = alpha + beta, mean = alpha / total, variance = alpha * beta / (total * total * (total + 1));
        for (ulong draw = 0; draw < n; draw++)
        {
            double share = s_key.Beta(alpha, beta, draw);
            Assert.InRange(share, 0, 1);
            Assert.Equal(share, s_key.Beta(alpha, beta, draw));
            sum += share;
            squares += Math.Pow(share - mean, 2);
        }
        double error = 5 * Math.Sqrt(variance / n);
        Assert.InRange(sum / n, mean - error, mean + error);
        // The variance of (x − mean)² is at most variance·1, x lying in [0, 1].
        Assert.InRange(squares / n, variance - error, variance + error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Beta_refuses_what_is_no_parameter(double alpha) => Assert.Throws<ArgumentOutOfRangeException>(() => s_key.Beta(alpha, 1, 0));

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(130)]
    public void A_filled_span_holds_the_upper_bits_of_each_element(int length)
    {
        var values = new float[length];
        s_key.FillUniform(values, 9);
        for (int i = 0; i < length; i++) Assert.Equal((s_key.UInt32(9, (uint)i) >> 8) / 16777216f, values[i]);
    }
}
