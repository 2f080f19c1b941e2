using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

/// <summary>The innermost loops in 512-bit vectors: tiles of 8 rows and 3 vectors.</summary>
internal readonly unsafe partial struct Avx512Tile : ITile
{
    public static int Lanes => 16;
    public static int MaxRows => 8;
    public static int MaxVectors => 3;

    public static void Multiply(int rows, int vectors, in TileOperands tile)
    {
        if (vectors == 3) Multiply<Three>(rows, tile);
        else if (vectors == 2) Multiply<Two>(rows, tile);
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
            case 6: Sum<Six, TVectors>(tile); break;
            case 7: Sum<Seven, TVectors>(tile); break;
            default: Sum<Eight, TVectors>(tile); break;
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
        Vector512<float> s00 = default, s01 = default, s02 = default;
        Vector512<float> s10 = default, s11 = default, s12 = default;
        Vector512<float> s20 = default, s21 = default, s22 = default;
        Vector512<float> s30 = default, s31 = default, s32 = default;
        Vector512<float> s40 = default, s41 = default, s42 = default;
        Vector512<float> s50 = default, s51 = default, s52 = default;
        Vector512<float> s60 = default, s61 = default, s62 = default;
        Vector512<float> s70 = default, s71 = default, s72 = default;
        if (tile.Accumulate)
        {
            s00 = Vector512.Load(sums);
            if (vectors > 1) s01 = Vector512.Load(sums + 16);
            if (vectors > 2) s02 = Vector512.Load(sums + 32);
            if (rows > 1)
            {
                sums += sumStride;
                s10 = Vector512.Load(sums);
                if (vectors > 1) s11 = Vector512.Load(sums + 16);
                if (vectors > 2) s12 = Vector512.Load(sums + 32);
            }
            if (rows > 2)
            {
                sums += sumStride;
                s20 = Vector512.Load(sums);
                if (vectors > 1) s21 = Vector512.Load(sums + 16);
                if (vectors > 2) s22 = Vector512.Load(sums + 32);
            }
            if (rows > 3)
            {
                sums += sumStride;
                s30 = Vector512.Load(sums);
                if (vectors > 1) s31 = Vector512.Load(sums + 16);
                if (vectors > 2) s32 = Vector512.Load(sums + 32);
            }
            if (rows > 4)
            {
                sums += sumStride;
                s40 = Vector512.Load(sums);
                if (vectors > 1) s41 = Vector512.Load(sums + 16);
                if (vectors > 2) s42 = Vector512.Load(sums + 32);
            }
            if (rows > 5)
            {
                sums += sumStride;
                s50 = Vector512.Load(sums);
                if (vectors > 1) s51 = Vector512.Load(sums + 16);
                if (vectors > 2) s52 = Vector512.Load(sums + 32);
            }
            if (rows > 6)
            {
                sums += sumStride;
                s60 = Vector512.Load(sums);
                if (vectors > 1) s61 = Vector512.Load(sums + 16);
                if (vectors > 2) s62 = Vector512.Load(sums + 32);
            }
            if (rows > 7)
            {
                sums += sumStride;
                s70 = Vector512.Load(sums);
                if (vectors > 1) s71 = Vector512.Load(sums + 16);
                if (vectors > 2) s72 = Vector512.Load(sums + 32);
            }
            sums = tile.Sums;
        }
        // Two bases and three multiples of the stride reach eight rows with the processor's own addressing.
        nint rowStride = tile.LeftRowStride, twice = 2 * rowStride, thrice = 3 * rowStride, stepStride = tile.LeftStepStride;
        float* upper = tile.Left, lower = upper + (4 * rowStride);
        float* right = tile.Right, packed = tile.Packed;
        nint rightStride = tile.RightStride;
        for (nint depth = tile.Depth; depth > 0; depth--)
        {
            Vector512<float> b0 = Vector512.Load(right);
            Vector512<float> b1 = vectors > 1 ? Vector512.Load(right + 16) : default;
            Vector512<float> b2 = vectors > 2 ? Vector512.Load(right + 32) : default;
            if (packed != null)
            {
                // Rows of the operand may be pages apart, where the processor does not look ahead by itself.
                float* ahead = right + (12 * rightStride);
                Sse.Prefetch0(ahead);
                if (vectors > 1) Sse.Prefetch0(ahead + 16);
                if (vectors > 2) Sse.Prefetch0(ahead + 32);
                b0.Store(packed);
                if (vectors > 1) b1.Store(packed + 16);
                if (vectors > 2) b2.Store(packed + 32);
                packed += vectors * 16;
            }
            Vector512<float> a0 = Vector512.Create(*upper);
            s00 = Avx512F.FusedMultiplyAdd(a0, b0, s00);
            if (vectors > 1) s01 = Avx512F.FusedMultiplyAdd(a0, b1, s01);
            if (vectors > 2) s02 = Avx512F.FusedMultiplyAdd(a0, b2, s02);
            if (rows > 1)
            {
                Vector512<float> a1 = Vector512.Create(upper[rowStride]);
                s10 = Avx512F.FusedMultiplyAdd(a1, b0, s10);
                if (vectors > 1) s11 = Avx512F.FusedMultiplyAdd(a1, b1, s11);
                if (vectors > 2) s12 = Avx512F.FusedMultiplyAdd(a1, b2, s12);
            }
            if (rows > 2)
            {
                Vector512<float> a2 = Vector512.Create(upper[twice]);
                s20 = Avx512F.FusedMultiplyAdd(a2, b0, s20);
                if (vectors > 1) s21 = Avx512F.FusedMultiplyAdd(a2, b1, s21);
                if (vectors > 2) s22 = Avx512F.FusedMultiplyAdd(a2, b2, s22);
            }
            if (rows > 3)
            {
                Vector512<float> a3 = Vector512.Create(upper[thrice]);
                s30 = Avx512F.FusedMultiplyAdd(a3, b0, s30);
                if (vectors > 1) s31 = Avx512F.FusedMultiplyAdd(a3, b1, s31);
                if (vectors > 2) s32 = Avx512F.FusedMultiplyAdd(a3, b2, s32);
            }
            if (rows > 4)
            {
                Vector512<float> a4 = Vector512.Create(*lower);
                s40 = Avx512F.FusedMultiplyAdd(a4, b0, s40);
                if (vectors > 1) s41 = Avx512F.FusedMultiplyAdd(a4, b1, s41);
                if (vectors > 2) s42 = Avx512F.FusedMultiplyAdd(a4, b2, s42);
            }
            if (rows > 5)
            {
                Vector512<float> a5 = Vector512.Create(lower[rowStride]);
                s50 = Avx512F.FusedMultiplyAdd(a5, b0, s50);
                if (vectors > 1) s51 = Avx512F.FusedMultiplyAdd(a5, b1, s51);
                if (vectors > 2) s52 = Avx512F.FusedMultiplyAdd(a5, b2, s52);
            }
            if (rows > 6)
            {
                Vector512<float> a6 = Vector512.Create(lower[twice]);
                s60 = Avx512F.FusedMultiplyAdd(a6, b0, s60);
                if (vectors > 1) s61 = Avx512F.FusedMultiplyAdd(a6, b1, s61);
                if (vectors > 2) s62 = Avx512F.FusedMultiplyAdd(a6, b2, s62);
            }
            if (rows > 7)
            {
                Vector512<float> a7 = Vector512.Create(lower[thrice]);
                s70 = Avx512F.FusedMultiplyAdd(a7, b0, s70);
                if (vectors > 1) s71 = Avx512F.FusedMultiplyAdd(a7, b1, s71);
                if (vectors > 2) s72 = Avx512F.FusedMultiplyAdd(a7, b2, s72);
            }
            upper += stepStride;
            lower += stepStride;
            right += rightStride;
        }
        s00.Store(sums);
        if (vectors > 1) s01.Store(sums + 16);
        if (vectors > 2) s02.Store(sums + 32);
        if (rows > 1)
        {
            sums += sumStride;
            s10.Store(sums);
            if (vectors > 1) s11.Store(sums + 16);
            if (vectors > 2) s12.Store(sums + 32);
        }
        if (rows > 2)
        {
            sums += sumStride;
            s20.Store(sums);
            if (vectors > 1) s21.Store(sums + 16);
            if (vectors > 2) s22.Store(sums + 32);
        }
        if (rows > 3)
        {
            sums += sumStride;
            s30.Store(sums);
            if (vectors > 1) s31.Store(sums + 16);
            if (vectors > 2) s32.Store(sums + 32);
        }
        if (rows > 4)
        {
            sums += sumStride;
            s40.Store(sums);
            if (vectors > 1) s41.Store(sums + 16);
            if (vectors > 2) s42.Store(sums + 32);
        }
        if (rows > 5)
        {
            sums += sumStride;
            s50.Store(sums);
            if (vectors > 1) s51.Store(sums + 16);
            if (vectors > 2) s52.Store(sums + 32);
        }
        if (rows > 6)
        {
            sums += sumStride;
            s60.Store(sums);
            if (vectors > 1) s61.Store(sums + 16);
            if (vectors > 2) s62.Store(sums + 32);
        }
        if (rows > 7)
        {
            sums += sumStride;
            s70.Store(sums);
            if (vectors > 1) s71.Store(sums + 16);
            if (vectors > 2) s72.Store(sums + 32);
        }
    }
}
