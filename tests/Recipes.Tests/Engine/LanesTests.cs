using System.Runtime.Intrinsics;
using Recipes.Engine;

namespace Recipes.Tests.Engine;

public sealed class LanesTests
{
    [Fact]
    public void The_end_of_a_row_is_loaded_and_stored_and_nothing_beyond_it()
    {
        for (int count = 1; count <= 16; count++)
        {
            float[] source = [.. Enumerable.Range(1, 16).Select(i => (float)i)];
            float[] target = Enumerable.Repeat(-1f, 17).ToArray();
            Vector512<float> wide = Lanes.Load512(ref source[0], count);
            Lanes.Store(wide + Lanes.First512(count), ref target[0], 0);
            Lanes.Store(wide, ref target[0], count);
            Check(count, 16, i => wide[i], target, Lanes.First512(count).AsInt32().ToScalar());
            if (count <= 8)
            {
                target = Enumerable.Repeat(-1f, 17).ToArray();
                Vector256<float> middle = Lanes.Load256(ref source[0], count);
                Lanes.Store(middle, ref target[0], count);
                Check(count, 8, i => middle[i], target, Lanes.First256(count).AsInt32().ToScalar());
            }

            if (count <= 4)
            {
                target = Enumerable.Repeat(-1f, 17).ToArray();
                Vector128<float> narrow = Lanes.Load128(ref source[0], count);
                Lanes.Store(narrow, ref target[0], count);
                Check(count, 4, i => narrow[i], target, Lanes.First128(count).AsInt32().ToScalar());
            }
        }

        static void Check(int count, int lanes, Func<int, float> lane, float[] target, int firstMask)
        {
            for (int i = 0; i < lanes; i++) Assert.Equal(i < count ? i + 1 : 0, lane(i));
            for (int i = 0; i < target.Length; i++) Assert.Equal(i < count ? i + 1 : -1, target[i]);
            Assert.Equal(-1, firstMask);
        }
    }

    [Theory]
    [InlineData(1f, 2f), InlineData(2f, 1f), InlineData(float.NaN, 1f), InlineData(1f, float.NaN), InlineData(float.NegativeInfinity, 0f)]
    public void Extremes_keep_a_NaN(float a, float b)
    {
        Assert.Equal(float.Max(a, b), Lanes.Max(Vector512.Create(a), Vector512.Create(b))[7]);
        Assert.Equal(float.Max(a, b), Lanes.Max(Vector256.Create(a), Vector256.Create(b))[7]);
        Assert.Equal(float.Max(a, b), Lanes.Max(Vector128.Create(a), Vector128.Create(b))[3]);
        Assert.Equal(float.Min(a, b), Lanes.Min(Vector512.Create(a), Vector512.Create(b))[7]);
        Assert.Equal(float.Min(a, b), Lanes.Min(Vector256.Create(a), Vector256.Create(b))[7]);
        Assert.Equal(float.Min(a, b), Lanes.Min(Vector128.Create(a), Vector128.Create(b))[3]);
    }

    [Theory]
    [InlineData(3f, 1f), InlineData(-3f, -1f), InlineData(0f, 0f), InlineData(float.NaN, float.NaN), InlineData(float.NegativeInfinity, -1f)]
    public void Signs(float x, float sign)
    {
        Assert.Equal(sign, Lanes.Sign(Vector512.Create(x))[5]);
        Assert.Equal(sign, Lanes.Sign(Vector256.Create(x))[5]);
        Assert.Equal(sign, Lanes.Sign(Vector128.Create(x))[2]);
    }

    [Fact]
    public void Horizontal_reductions()
    {
        for (int place = 0; place < 16; place++)
        {
            float[] numbers = [.. Enumerable.Range(0, 16).Select(i => i == place ? 100f : -i)];
            Vector512<float> wide = Vector512.Create(numbers);
            Assert.Equal(numbers.Sum(x => (double)x), Lanes.Sum(wide));
            Assert.Equal(100, Lanes.Largest(wide));
            Assert.Equal(place + 32, Lanes.IndexOfLargest(wide, Vector512<int>.Indices + Vector512.Create(32)));
            Assert.True(double.IsNaN(Lanes.Largest(Vector512.Create(numbers) + Vector512.Create(float.NaN).WithLower(Vector256<float>.Zero))));
            if (place >= 8) continue;
            Assert.Equal(numbers.Take(8).Sum(x => (double)x), Lanes.Sum(wide.GetLower()));
            Assert.Equal(place, Lanes.IndexOfLargest(wide.GetLower(), Vector256<int>.Indices));
        }

        // At a tie the least index, wherever it lies.
        Assert.Equal(2, Lanes.IndexOfLargest(Vector128.Create(5f, 5f, 1f, 5f), Vector128.Create(9, 7, 0, 2)));
    }

    [Fact]
    public void A_gather_reads_for_its_lanes_only()
    {
        using var arena = new NativeArena();
        NativeBuffer<float> table = arena.Allocate<float>(10);
        for (int i = 0; i < 10; i++) table[i] = i;
        int[] indices = [3, 1, 4, 1, 5, int.MaxValue, -1, 9, 2, 6, 5, 3, 5, 8, 9, 7];
        Vector512<float> gathered = Lanes.Gather512(table, 2, ref indices[0], 5);
        for (int i = 0; i < 16; i++) Assert.Equal(i < 5 ? indices[i] + 2 : 0, gathered[i]);
        Assert.Equal(gathered.GetLower(), Lanes.Gather256(table, 2, ref indices[0], 5));
        Assert.Equal(gathered.GetLower().GetLower(), Lanes.Gather128(table, 2, ref indices[0], 4));
    }

    [Fact]
    public void Space_is_aligned_and_grows()
    {
        Assert.Equal(0, Address(ref LaneTile.Space512(3)) % 64);
        Assert.Equal(0, Address(ref LaneTile.Space512(3000)) % 64); // more than there was
        Assert.Equal(Address(ref LaneTile.Space512(3000)), Address(ref LaneTile.Space256(5)));
        Assert.Equal(Address(ref LaneTile.Space512(3000)), Address(ref LaneTile.Space128(5)));

        static unsafe nint Address<T>(ref T start)
            where T : unmanaged => (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref start);
    }
}
