using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

/// <summary>What emitted loops do with vectors beside arithmetic: ends of rows, horizontal reductions, NaN-keeping extremes.</summary>
public static unsafe class Lanes
{
    /// <summary>Asks for the cache line of <paramref name="address"/>, which may lie beyond all buffers: nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(ref float address)
    {
        if (Sse.IsSupported) Sse.Prefetch1(Unsafe.AsPointer(ref address));
    }

    /// <summary>The <paramref name="count"/> floats from <paramref name="start"/> on, then zeros. Reads nothing beyond them.</summary>
    public static Vector512<float> Load512(ref float start, int count)
    {
        if (Avx512F.IsSupported)
        {
            fixed (float* address = &start) return Avx512F.MaskLoad(address, First512(count), Vector512<float>.Zero);
        }

        Vector512<float> result = Vector512<float>.Zero;
        for (int i = 0; i < count; i++) result = result.WithElement(i, Unsafe.Add(ref start, i));
        return result;
    }

    /// <summary>Stores the first <paramref name="count"/> lanes at <paramref name="start"/>, and nothing beyond them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, ref float start, int count)
    {
        if (count == 16) value.StoreUnsafe(ref start);
        else StorePart(value, ref start, count);
    }

    private static void StorePart(Vector512<float> value, ref float start, int count)
    {
        if (Avx512F.IsSupported)
        {
            fixed (float* address = &start) Avx512F.MaskStore(address, First512(count), value);
            return;
        }

        for (int i = 0; i < count; i++) Unsafe.Add(ref start, i) = value[i];
    }

    /// <summary>All bits in the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> First512(int count) => Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();

    /// <summary>table[start + indices[i]] for the first <paramref name="count"/> lanes, else 0.</summary>
    public static Vector512<float> Gather512(NativeBuffer<float> table, nint start, ref int indices, int count)
    {
        Vector512<float> result = Vector512<float>.Zero;
        ref float lanes = ref Unsafe.As<Vector512<float>, float>(ref result);
        for (int i = 0; i < count; i++) Unsafe.Add(ref lanes, i) = table[start + Unsafe.Add(ref indices, i)];
        return result;
    }

    /// <summary>The greater of each pair; NaN if either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Vector512.ConditionalSelect(Vector512.Equals(a, a), Vector512.MaxNative(a, b), a);

    /// <summary>The lesser of each pair; NaN if either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> a, Vector512<float> b) => Vector512.ConditionalSelect(Vector512.Equals(a, a), Vector512.MinNative(a, b), a);

    /// <summary>−1, 0 or 1; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sign(Vector512<float> x) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<float>.Zero), Vector512.Create(1f), Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), Vector512.Create(-1f), x));

    /// <inheritdoc cref="Sum(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<float> x) => Sum(x.GetLower() + x.GetUpper());

    /// <inheritdoc cref="Largest(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Vector512<float> x) => Largest(Max(x.GetLower(), x.GetUpper()));

    /// <summary>The least index among the lanes with the greatest value.</summary>
    public static int IndexOfLargest(Vector512<float> values, Vector512<int> indices)
    {
        int best = 0;
        for (int i = 1; i < 16; i++)
            if (values[i] > values[best] || (values[i] == values[best] && indices[i] < indices[best])) best = i;
        return indices[best];
    }

    /// <summary>The <paramref name="count"/> floats from <paramref name="start"/> on, then zeros. Reads nothing beyond them.</summary>
    public static Vector256<float> Load256(ref float start, int count)
    {
        if (Avx.IsSupported)
        {
            fixed (float* address = &start) return Avx.MaskLoad(address, First256(count));
        }

        Vector256<float> result = Vector256<float>.Zero;
        for (int i = 0; i < count; i++) result = result.WithElement(i, Unsafe.Add(ref start, i));
        return result;
    }

    /// <summary>Stores the first <paramref name="count"/> lanes at <paramref name="start"/>, and nothing beyond them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float start, int count)
    {
        if (count == 8) value.StoreUnsafe(ref start);
        else StorePart(value, ref start, count);
    }

    private static void StorePart(Vector256<float> value, ref float start, int count)
    {
        for (int i = 0; i < count; i++) Unsafe.Add(ref start, i) = value[i];
    }

    /// <summary>All bits in the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> First256(int count) => Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle();

    /// <summary>table[start + indices[i]] for the first <paramref name="count"/> lanes, else 0.</summary>
    public static Vector256<float> Gather256(NativeBuffer<float> table, nint start, ref int indices, int count)
    {
        Vector256<float> result = Vector256<float>.Zero;
        ref float lanes = ref Unsafe.As<Vector256<float>, float>(ref result);
        for (int i = 0; i < count; i++) Unsafe.Add(ref lanes, i) = table[start + Unsafe.Add(ref indices, i)];
        return result;
    }

    /// <summary>The greater of each pair; NaN if either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Vector256.ConditionalSelect(Vector256.Equals(a, a), Vector256.MaxNative(a, b), a);

    /// <summary>The lesser of each pair; NaN if either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) => Vector256.ConditionalSelect(Vector256.Equals(a, a), Vector256.MinNative(a, b), a);

    /// <summary>−1, 0 or 1; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sign(Vector256<float> x) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<float>.Zero), Vector256.Create(1f), Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), Vector256.Create(-1f), x));

    /// <inheritdoc cref="Sum(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<float> x) => Sum(x.GetLower() + x.GetUpper());

    /// <inheritdoc cref="Largest(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Vector256<float> x) => Largest(Max(x.GetLower(), x.GetUpper()));

    /// <summary>The least index among the lanes with the greatest value.</summary>
    public static int IndexOfLargest(Vector256<float> values, Vector256<int> indices)
    {
        int best = 0;
        for (int i = 1; i < 8; i++)
            if (values[i] > values[best] || (values[i] == values[best] && indices[i] < indices[best])) best = i;
        return indices[best];
    }

    /// <summary>The <paramref name="count"/> floats from <paramref name="start"/> on, then zeros. Reads nothing beyond them.</summary>
    public static Vector128<float> Load128(ref float start, int count)
    {
        Vector128<float> result = Vector128<float>.Zero;
        for (int i = 0; i < count; i++) result = result.WithElement(i, Unsafe.Add(ref start, i));
        return result;
    }

    /// <summary>Stores the first <paramref name="count"/> lanes at <paramref name="start"/>, and nothing beyond them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, ref float start, int count)
    {
        if (count == 4) value.StoreUnsafe(ref start);
        else StorePart(value, ref start, count);
    }

    private static void StorePart(Vector128<float> value, ref float start, int count)
    {
        for (int i = 0; i < count; i++) Unsafe.Add(ref start, i) = value[i];
    }

    /// <summary>All bits in the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> First128(int count) => Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).AsSingle();

    /// <summary>table[start + indices[i]] for the first <paramref name="count"/> lanes, else 0.</summary>
    public static Vector128<float> Gather128(NativeBuffer<float> table, nint start, ref int indices, int count)
    {
        Vector128<float> result = Vector128<float>.Zero;
        ref float lanes = ref Unsafe.As<Vector128<float>, float>(ref result);
        for (int i = 0; i < count; i++) Unsafe.Add(ref lanes, i) = table[start + Unsafe.Add(ref indices, i)];
        return result;
    }

    /// <summary>The greater of each pair; NaN if either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) => Vector128.ConditionalSelect(Vector128.Equals(a, a), Vector128.MaxNative(a, b), a);

    /// <summary>The lesser of each pair; NaN if either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Min(Vector128<float> a, Vector128<float> b) => Vector128.ConditionalSelect(Vector128.Equals(a, a), Vector128.MinNative(a, b), a);

    /// <summary>−1, 0 or 1; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sign(Vector128<float> x) =>
        Vector128.ConditionalSelect(Vector128.GreaterThan(x, Vector128<float>.Zero), Vector128.Create(1f), Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), Vector128.Create(-1f), x));

    /// <summary>The sum of the lanes, in pairs, in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<float> x) => ((double)x[0] + x[2]) + ((double)x[1] + x[3]);

    /// <summary>The greatest lane; NaN if one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Vector128<float> x) => float.Max(float.Max(x[0], x[2]), float.Max(x[1], x[3]));

    /// <summary>The least index among the lanes with the greatest value.</summary>
    public static int IndexOfLargest(Vector128<float> values, Vector128<int> indices)
    {
        int best = 0;
        for (int i = 1; i < 4; i++)
            if (values[i] > values[best] || (values[i] == values[best] && indices[i] < indices[best])) best = i;
        return indices[best];
    }
}
