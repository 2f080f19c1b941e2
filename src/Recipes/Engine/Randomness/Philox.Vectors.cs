using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

// Blocks live one to a 64-bit lane, even ones in one vector and odd ones in another: the widening multiplication reads the
// lower halves only, so what is left in the upper halves needs no clearing until the end.
internal static unsafe partial class Philox
{
    /// <summary>Elements whose words are made together: 16 blocks of 4 words.</summary>
    public const int GroupLength = 64;

    /// <summary>The words of elements 64 · <paramref name="group"/> … + 63, as <see cref="Word"/> numbers them.</summary>
    public static void Group(VectorPath path, uint group, uint c1, uint c2, uint c3, uint key0, uint key1, uint* words)
    {
        uint first = group << 4;
        switch (path)
        {
            case VectorPath.Avx512:
                Blocks512(first, c1, c2, c3, key0, key1, words);
                break;
            case VectorPath.Avx2:
                for (uint block = 0; block < 16; block += 8) Blocks256(first + block, c1, c2, c3, key0, key1, words);
                break;
            default:
                for (uint block = 0; block < 16; block += 4) Blocks128(first + block, c1, c2, c3, key0, key1, words);
                break;
        }
    }

    /// <summary>The word of one element. Sixteen neighbours take the same word of sixteen blocks, so that vectors need no shuffle.</summary>
    public static uint Word(uint element, uint c1, uint c2, uint c3, uint key0, uint key1)
    {
        (uint word0, uint word1, uint word2, uint word3) = Block((element >> 6 << 4) | (element & 15), c1, c2, c3, key0, key1);
        return ((element >> 4) & 3) switch { 0 => word0, 1 => word1, 2 => word2, _ => word3 };
    }

    // Blocks first … first + 15. Word w of block b goes to group[16·w + b mod 16].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blocks512(uint first, uint c1, uint c2, uint c3, uint key0, uint key1, uint* group)
    {
        Vector512<ulong> step = Vector512<ulong>.Indices * 2;
        Vector512<ulong> e0 = Vector512.Create((ulong)first) + step, o0 = e0 + Vector512<ulong>.One;
        Vector512<ulong> e1 = Vector512.Create((ulong)c1), o1 = e1, e2 = Vector512.Create((ulong)c2), o2 = e2, e3 = Vector512.Create((ulong)c3), o3 = e3;
        for (int round = 0; round < Rounds; round++)
        {
            Round(ref e0, ref e1, ref e2, ref e3, key0, key1);
            Round(ref o0, ref o1, ref o2, ref o3, key0, key1);
            key0 += Increment0;
            key1 += Increment1;
        }
        Vector512<ulong> low = Vector512.Create((ulong)uint.MaxValue);
        group += first & 15;
        ((e0 & low) | (o0 << 32)).AsUInt32().Store(group);
        ((e1 & low) | (o1 << 32)).AsUInt32().Store(group + 16);
        ((e2 & low) | (o2 << 32)).AsUInt32().Store(group + 32);
        ((e3 & low) | (o3 << 32)).AsUInt32().Store(group + 48);
    }

    // Blocks first … first + 7. Word w of block b goes to group[16·w + b mod 16].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blocks256(uint first, uint c1, uint c2, uint c3, uint key0, uint key1, uint* group)
    {
        Vector256<ulong> step = Vector256<ulong>.Indices * 2;
        Vector256<ulong> e0 = Vector256.Create((ulong)first) + step, o0 = e0 + Vector256<ulong>.One;
        Vector256<ulong> e1 = Vector256.Create((ulong)c1), o1 = e1, e2 = Vector256.Create((ulong)c2), o2 = e2, e3 = Vector256.Create((ulong)c3), o3 = e3;
        for (int round = 0; round < Rounds; round++)
        {
            Round(ref e0, ref e1, ref e2, ref e3, key0, key1);
            Round(ref o0, ref o1, ref o2, ref o3, key0, key1);
            key0 += Increment0;
            key1 += Increment1;
        }
        Vector256<ulong> low = Vector256.Create((ulong)uint.MaxValue);
        group += first & 15;
        ((e0 & low) | (o0 << 32)).AsUInt32().Store(group);
        ((e1 & low) | (o1 << 32)).AsUInt32().Store(group + 16);
        ((e2 & low) | (o2 << 32)).AsUInt32().Store(group + 32);
        ((e3 & low) | (o3 << 32)).AsUInt32().Store(group + 48);
    }

    // Blocks first … first + 3. Word w of block b goes to group[16·w + b mod 16].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blocks128(uint first, uint c1, uint c2, uint c3, uint key0, uint key1, uint* group)
    {
        Vector128<ulong> step = Vector128<ulong>.Indices * 2;
        Vector128<ulong> e0 = Vector128.Create((ulong)first) + step, o0 = e0 + Vector128<ulong>.One;
        Vector128<ulong> e1 = Vector128.Create((ulong)c1), o1 = e1, e2 = Vector128.Create((ulong)c2), o2 = e2, e3 = Vector128.Create((ulong)c3), o3 = e3;
        for (int round = 0; round < Rounds; round++)
        {
            Round(ref e0, ref e1, ref e2, ref e3, key0, key1);
            Round(ref o0, ref o1, ref o2, ref o3, key0, key1);
            key0 += Increment0;
            key1 += Increment1;
        }
        Vector128<ulong> low = Vector128.Create((ulong)uint.MaxValue);
        group += first & 15;
        ((e0 & low) | (o0 << 32)).AsUInt32().Store(group);
        ((e1 & low) | (o1 << 32)).AsUInt32().Store(group + 16);
        ((e2 & low) | (o2 << 32)).AsUInt32().Store(group + 32);
        ((e3 & low) | (o3 << 32)).AsUInt32().Store(group + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref Vector512<ulong> c0, ref Vector512<ulong> c1, ref Vector512<ulong> c2, ref Vector512<ulong> c3, uint key0, uint key1)
    {
        Vector512<ulong> product0 = Avx512F.Multiply(c0.AsUInt32(), Vector512.Create(Multiplier0)), product1 = Avx512F.Multiply(c2.AsUInt32(), Vector512.Create(Multiplier1));
        c0 = (product1 >> 32) ^ c1 ^ Vector512.Create((ulong)key0);
        c1 = product1;
        c2 = (product0 >> 32) ^ c3 ^ Vector512.Create((ulong)key1);
        c3 = product0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref Vector256<ulong> c0, ref Vector256<ulong> c1, ref Vector256<ulong> c2, ref Vector256<ulong> c3, uint key0, uint key1)
    {
        Vector256<ulong> product0 = Avx2.Multiply(c0.AsUInt32(), Vector256.Create(Multiplier0)), product1 = Avx2.Multiply(c2.AsUInt32(), Vector256.Create(Multiplier1));
        c0 = (product1 >> 32) ^ c1 ^ Vector256.Create((ulong)key0);
        c1 = product1;
        c2 = (product0 >> 32) ^ c3 ^ Vector256.Create((ulong)key1);
        c3 = product0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref Vector128<ulong> c0, ref Vector128<ulong> c1, ref Vector128<ulong> c2, ref Vector128<ulong> c3, uint key0, uint key1)
    {
        Vector128<ulong> product0 = WideningMultiply(c0, Multiplier0), product1 = WideningMultiply(c2, Multiplier1);
        c0 = (product1 >> 32) ^ c1 ^ Vector128.Create((ulong)key0);
        c1 = product1;
        c2 = (product0 >> 32) ^ c3 ^ Vector128.Create((ulong)key1);
        c3 = product0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> WideningMultiply(Vector128<ulong> x, uint y)
    {
        if (Sse2.IsSupported) return Sse2.Multiply(x.AsUInt32(), Vector128.Create(y));
        if (AdvSimd.IsSupported) return AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(x), Vector64.Create(y));
        return Vector128.Create((ulong)(uint)x.GetElement(0) * y, (ulong)(uint)x.GetElement(1) * y);
    }
}
