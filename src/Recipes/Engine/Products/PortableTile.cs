using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <summary>The innermost loops in 128-bit vectors: tiles of 6 rows and 2 vectors.</summary>
internal readonly unsafe partial struct PortableTile : ITile
{
    public static int Lanes => 4;
    public static int MaxRows => 6;
    public static int MaxVectors => 2;

    public static void Multiply(int rows, int vectors, in TileOperands tile)
    {
        if (vectors == 2) Multiply<Two>(rows, tile);
        else Multiply<One>(rows, tile);
    }

    private static void Multiply<TVectors>(int rows, in TileOperands tile) where TVectors : ICount
    {
        switch (rows)
        {
            case 1: Sum<One, TVectors>(tile); break;
            case 2: Sum<Two, TVectors>(tile); break;
            case 3: Sum<Three, TVectors>(tile); break;
            case 4: Sum<Four, TVectors>(tile); break;
            case 5: Sum<Five, TVectors>(tile); break;
            default: Sum<Six, TVectors>(tile); break;
        }
    }

    // Compiled once for each size that occurs; branches on the counts fold, so that unused sums vanish. Straight to full
    // optimisation: the loop is all the time there is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TRows, TVectors>(in TileOperands tile)
        where TRows : ICount
        where TVectors : ICount
    {
        int rows = TRows.Value, vectors = TVectors.Value;
        float* sums = tile.Sums;
        nint sumStride = tile.SumStride;
        Vector128<float> s00 = default, s01 = default;
        Vector128<float> s10 = default, s11 = default;
        Vector128<float> s20 = default, s21 = default;
        Vector128<float> s30 = default, s31 = default;
        Vector128<float> s40 = default, s41 = default;
        Vector128<float> s50 = default, s51 = default;
        if (tile.Accumulate)
        {
            s00 = Vector128.Load(sums);
            if (vectors > 1) s01 = Vector128.Load(sums + 4);
            if (rows > 1)
            {
                sums += sumStride;
                s10 = Vector128.Load(sums);
                if (vectors > 1) s11 = Vector128.Load(sums + 4);
            }
            if (rows > 2)
            {
                sums += sumStride;
                s20 = Vector128.Load(sums);
                if (vectors > 1) s21 = Vector128.Load(sums + 4);
            }
            if (rows > 3)
            {
                sums += sumStride;
                s30 = Vector128.Load(sums);
                if (vectors > 1) s31 = Vector128.Load(sums + 4);
            }
            if (rows > 4)
            {
                sums += sumStride;
                s40 = Vector128.Load(sums);
                if (vectors > 1) s41 = Vector128.Load(sums + 4);
            }
            if (rows > 5)
            {
                sums += sumStride;
                s50 = Vector128.Load(sums);
                if (vectors > 1) s51 = Vector128.Load(sums + 4);
            }
            sums = tile.Sums;
        }
        // Two bases and two multiples of the stride reach six rows with the processor's own addressing.
        nint rowStride = tile.LeftRowStride, twice = 2 * rowStride, stepStride = tile.LeftStepStride;
        float* upper = tile.Left, lower = upper + (3 * rowStride);
        float* right = tile.Right, packed = tile.Packed;
        nint rightStride = tile.RightStride;
        for (nint depth = tile.Depth; depth > 0; depth--)
        {
            Vector128<float> b0 = Vector128.Load(right);
            Vector128<float> b1 = vectors > 1 ? Vector128.Load(right + 4) : default;
            if (packed != null)
            {
                b0.Store(packed);
                if (vectors > 1) b1.Store(packed + 4);
                packed += vectors * 4;
            }
            Vector128<float> a0 = Vector128.Create(*upper);
            s00 = Vector128.MultiplyAddEstimate(a0, b0, s00);
            if (vectors > 1) s01 = Vector128.MultiplyAddEstimate(a0, b1, s01);
            if (rows > 1)
            {
                Vector128<float> a1 = Vector128.Create(upper[rowStride]);
                s10 = Vector128.MultiplyAddEstimate(a1, b0, s10);
                if (vectors > 1) s11 = Vector128.MultiplyAddEstimate(a1, b1, s11);
            }
            if (rows > 2)
            {
                Vector128<float> a2 = Vector128.Create(upper[twice]);
                s20 = Vector128.MultiplyAddEstimate(a2, b0, s20);
                if (vectors > 1) s21 = Vector128.MultiplyAddEstimate(a2, b1, s21);
            }
            if (rows > 3)
            {
                Vector128<float> a3 = Vector128.Create(*lower);
                s30 = Vector128.MultiplyAddEstimate(a3, b0, s30);
                if (vectors > 1) s31 = Vector128.MultiplyAddEstimate(a3, b1, s31);
            }
            if (rows > 4)
            {
                Vector128<float> a4 = Vector128.Create(lower[rowStride]);
                s40 = Vector128.MultiplyAddEstimate(a4, b0, s40);
                if (vectors > 1) s41 = Vector128.MultiplyAddEstimate(a4, b1, s41);
            }
            if (rows > 5)
            {
                Vector128<float> a5 = Vector128.Create(lower[twice]);
                s50 = Vector128.MultiplyAddEstimate(a5, b0, s50);
                if (vectors > 1) s51 = Vector128.MultiplyAddEstimate(a5, b1, s51);
            }
            upper += stepStride;
            lower += stepStride;
            right += rightStride;
        }
        s00.Store(sums);
        if (vectors > 1) s01.Store(sums + 4);
        if (rows > 1)
        {
            sums += sumStride;
            s10.Store(sums);
            if (vectors > 1) s11.Store(sums + 4);
        }
        if (rows > 2)
        {
            sums += sumStride;
            s20.Store(sums);
            if (vectors > 1) s21.Store(sums + 4);
        }
        if (rows > 3)
        {
            sums += sumStride;
            s30.Store(sums);
            if (vectors > 1) s31.Store(sums + 4);
        }
        if (rows > 4)
        {
            sums += sumStride;
            s40.Store(sums);
            if (vectors > 1) s41.Store(sums + 4);
        }
        if (rows > 5)
        {
            sums += sumStride;
            s50.Store(sums);
            if (vectors > 1) s51.Store(sums + 4);
        }
    }
}
