using Recipes.Engine;

namespace Recipes.Tests.Engine;

/// <summary>Buffers of random numbers, and comparison bit by bit.</summary>
internal static class EngineData
{
    public static NativeBuffer<float> Random(this NativeArena arena, int length, int seed)
    {
        var random = new Random(seed);
        NativeBuffer<float> buffer = arena.Allocate<float>(length);
        foreach (ref float value in buffer.Span) value = (float)((2 * random.NextDouble()) - 1);
        return buffer;
    }

    /// <summary>A dropout-like mask of zeros and twos.</summary>
    public static NativeBuffer<float> Mask(this NativeArena arena, int length, int seed)
    {
        NativeBuffer<float> buffer = arena.Random(length, seed);
        foreach (ref float value in buffer.Span) value = value < 0 ? 0 : 2;
        return buffer;
    }

    public static NativeBuffer<float> Filled(this NativeArena arena, int length, float value)
    {
        NativeBuffer<float> buffer = arena.Allocate<float>(length);
        buffer.Span.Fill(value);
        return buffer;
    }

    public static int[] Bits(this NativeBuffer<float> buffer)
    {
        var bits = new int[buffer.Length];
        for (int i = 0; i < bits.Length; i++) bits[i] = BitConverter.SingleToInt32Bits(buffer[i]);
        return bits;
    }

    public static float[] ToArray(this NativeBuffer<float> buffer) => buffer.Span.ToArray();
}
