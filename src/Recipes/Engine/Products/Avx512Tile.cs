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

    public static void Multiply(
        int rows, int vectors, int depth, float* left, nint rowStride, nint stepStride, float* right, nint rightStride, float* sums, bool accumulate)
    {
        if (vectors == 3) Multiply<Three>(rows, depth, left, rowStride, stepStride, right, rightStride, sums, accumulate);
        else if (vectors == 2) Multiply<Two>(rows, depth, left, rowStride, stepStride, right, rightStride, sums, accumulate);
        else Multiply<One>(rows, depth, left, rowStride, stepStride, right, rightStride, sums, accumulate);
    }

    private static void Multiply<TVectors>(
        int rows, int depth, float* left, nint rowStride, nint stepStride, float* right, nint rightStride, float* sums, bool accumulate)
        where TVectors : ICount
    {
        switch (rows)
        {
            case 1: Sum<One, TVectors>(depth, left, rowStride, stepStride, right, rightStride, sums, accumulate); break;
            case 2: Sum<Two, TVectors>(depth, left, rowStride, stepStride, right, rightStride, sums, accumulate); break;
            case 3: Sum<Three, TVectors>(depth, left, rowStride, stepStride, right, rightStride, sums, accumulate); break;
            case 4: Sum<Four, TVectors>(depth, left, rowStride, stepStride, right, rightStride, sums, accumulate); break;
            case 5: Sum<Five, TVectors>(depth, left, rowStride, stepStride, right, rightStride, sums, accumulate); break;
            case 6: Sum<Six, TVectors>(depth, left, rowStride, stepStride, right, rightStride, sums, accumulate); break;
            case 7: Sum<Seven, TVectors>(depth, left, rowStride, stepStride, right, rightStride, sums, accumulate); break;
            default: Sum<Eight, TVectors>(depth, left, rowStride, stepStride, right, rightStride, sums, accumulate); break;
        }
    }

    // Compiled once for each size that occurs; branches on the counts fold, so that unused sums vanish. Straight to full
    // optimisation: the loop is all the time there is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TRows, TVectors>(
        nint depth, float* left, nint rowStride, nint stepStride, float* right, nint rightStride, float* sums, bool accumulate)
        where TRows : ICount
        where TVectors : ICount
    {
        int rows = TRows.Value, vectors = TVectors.Value;
        nint width = vectors * 16;
        Vector512<float> s00 = default, s01 = default, s02 = default;
        Vector512<float> s10 = default, s11 = default, s12 = default;
        Vector512<float> s20 = default, s21 = default, s22 = default;
        Vector512<float> s30 = default, s31 = default, s32 = default;
        Vector512<float> s40 = default, s41 = default, s42 = default;
        Vector512<float> s50 = default, s51 = default, s52 = default;
        Vector512<float> s60 = default, s61 = default, s62 = default;
        Vector512<float> s70 = default, s71 = default, s72 = default;
        if (accumulate)
        {
            s00 = Vector512.Load(sums);
            if (vectors > 1) s01 = Vector512.Load(sums + 16);
            if (vectors > 2) s02 = Vector512.Load(sums + 32);
            if (rows > 1)
            {
                s10 = Vector512.Load(sums + (1 * width));
                if (vectors > 1) s11 = Vector512.Load(sums + (1 * width) + 16);
                if (vectors > 2) s12 = Vector512.Load(sums + (1 * width) + 32);
            }
            if (rows > 2)
            {
                s20 = Vector512.Load(sums + (2 * width));
                if (vectors > 1) s21 = Vector512.Load(sums + (2 * width) + 16);
                if (vectors > 2) s22 = Vector512.Load(sums + (2 * width) + 32);
            }
            if (rows > 3)
            {
                s30 = Vector512.Load(sums + (3 * width));
                if (vectors > 1) s31 = Vector512.Load(sums + (3 * width) + 16);
                if (vectors > 2) s32 = Vector512.Load(sums + (3 * width) + 32);
            }
            if (rows > 4)
            {
                s40 = Vector512.Load(sums + (4 * width));
                if (vectors > 1) s41 = Vector512.Load(sums + (4 * width) + 16);
                if (vectors > 2) s42 = Vector512.Load(sums + (4 * width) + 32);
            }
            if (rows > 5)
            {
                s50 = Vector512.Load(sums + (5 * width));
                if (vectors > 1) s51 = Vector512.Load(sums + (5 * width) + 16);
                if (vectors > 2) s52 = Vector512.Load(sums + (5 * width) + 32);
            }
            if (rows > 6)
            {
                s60 = Vector512.Load(sums + (6 * width));
                if (vectors > 1) s61 = Vector512.Load(sums + (6 * width) + 16);
                if (vectors > 2) s62 = Vector512.Load(sums + (6 * width) + 32);
            }
            if (rows > 7)
            {
                s70 = Vector512.Load(sums + (7 * width));
                if (vectors > 1) s71 = Vector512.Load(sums + (7 * width) + 16);
                if (vectors > 2) s72 = Vector512.Load(sums + (7 * width) + 32);
            }
        }
        // Two bases and three multiples of the stride reach eight rows with the processor's own addressing.
        nint twice = 2 * rowStride, thrice = 3 * rowStride;
        float* upper = left, lower = left + (4 * rowStride);
        for (; depth > 0; depth--)
        {
            Vector512<float> b0 = Vector512.Load(right);
            Vector512<float> b1 = vectors > 1 ? Vector512.Load(right + 16) : default;
            Vector512<float> b2 = vectors > 2 ? Vector512.Load(right + 32) : default;
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
            s10.Store(sums + (1 * width));
            if (vectors > 1) s11.Store(sums + (1 * width) + 16);
            if (vectors > 2) s12.Store(sums + (1 * width) + 32);
        }
        if (rows > 2)
        {
            s20.Store(sums + (2 * width));
            if (vectors > 1) s21.Store(sums + (2 * width) + 16);
            if (vectors > 2) s22.Store(sums + (2 * width) + 32);
        }
        if (rows > 3)
        {
            s30.Store(sums + (3 * width));
            if (vectors > 1) s31.Store(sums + (3 * width) + 16);
            if (vectors > 2) s32.Store(sums + (3 * width) + 32);
        }
        if (rows > 4)
        {
            s40.Store(sums + (4 * width));
            if (vectors > 1) s41.Store(sums + (4 * width) + 16);
            if (vectors > 2) s42.Store(sums + (4 * width) + 32);
        }
        if (rows > 5)
        {
            s50.Store(sums + (5 * width));
            if (vectors > 1) s51.Store(sums + (5 * width) + 16);
            if (vectors > 2) s52.Store(sums + (5 * width) + 32);
        }
        if (rows > 6)
        {
            s60.Store(sums + (6 * width));
            if (vectors > 1) s61.Store(sums + (6 * width) + 16);
            if (vectors > 2) s62.Store(sums + (6 * width) + 32);
        }
        if (rows > 7)
        {
            s70.Store(sums + (7 * width));
            if (vectors > 1) s71.Store(sums + (7 * width) + 16);
            if (vectors > 2) s72.Store(sums + (7 * width) + 32);
        }
    }
}
