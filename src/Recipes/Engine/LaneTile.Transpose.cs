using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

/// <content>Transposes in registers. Each store is one method without calls, as vectors that are passed on would go through memory.</content>
public static unsafe partial class LaneTile
{
    /// <summary>Four columns of 16 rows: the parts of four rows are loaded into one vector, so that nothing crosses its quarters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(Vector512<float> rows0, Vector512<float> rows1, Vector512<float> rows2, Vector512<float> rows3, float* tile, int columns)
    {
        Vector512<double> low0 = Avx512F.UnpackLow(rows0, rows1).AsDouble(), high0 = Avx512F.UnpackHigh(rows0, rows1).AsDouble();
        Vector512<double> low1 = Avx512F.UnpackLow(rows2, rows3).AsDouble(), high1 = Avx512F.UnpackHigh(rows2, rows3).AsDouble();
        Avx512F.UnpackLow(low0, low1).AsSingle().Store(tile);
        if (columns > 1) Avx512F.UnpackHigh(low0, low1).AsSingle().Store(tile + 16);
        if (columns > 2) Avx512F.UnpackLow(high0, high1).AsSingle().Store(tile + 32);
        if (columns > 3) Avx512F.UnpackHigh(high0, high1).AsSingle().Store(tile + 48);
    }

    /// <summary>Four columns of 8 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(Vector256<float> rows0, Vector256<float> rows1, Vector256<float> rows2, Vector256<float> rows3, float* tile, int columns)
    {
        Vector256<double> low0 = Avx.UnpackLow(rows0, rows1).AsDouble(), high0 = Avx.UnpackHigh(rows0, rows1).AsDouble();
        Vector256<double> low1 = Avx.UnpackLow(rows2, rows3).AsDouble(), high1 = Avx.UnpackHigh(rows2, rows3).AsDouble();
        Avx.UnpackLow(low0, low1).AsSingle().Store(tile);
        if (columns > 1) Avx.UnpackHigh(low0, low1).AsSingle().Store(tile + 8);
        if (columns > 2) Avx.UnpackLow(high0, high1).AsSingle().Store(tile + 16);
        if (columns > 3) Avx.UnpackHigh(high0, high1).AsSingle().Store(tile + 24);
    }

    /// <summary>Four numbers from each of four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quarters(float* row0, float* row1, float* row2, float* row3)
    {
        Vector512<float> rows = Vector128.Load(row0).ToVector256Unsafe().ToVector512Unsafe();
        rows = Avx512F.InsertVector128(rows, Vector128.Load(row1), 1);
        rows = Avx512F.InsertVector128(rows, Vector128.Load(row2), 2);
        return Avx512F.InsertVector128(rows, Vector128.Load(row3), 3);
    }

    /// <summary>Four numbers from each of two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Halves(float* row0, float* row1) => Avx.InsertVector128(Vector128.Load(row0).ToVector256Unsafe(), Vector128.Load(row1), 1);

    /// <summary>Four columns of 16 rows <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadColumns16(float* rows, nint stride, float* tile, int columns)
    {
        float* next = rows + (4 * stride), third = rows + (8 * stride), last = rows + (12 * stride);
        Transpose(
            Quarters(rows, next, third, last), Quarters(rows + stride, next + stride, third + stride, last + stride),
            Quarters(rows + (2 * stride), next + (2 * stride), third + (2 * stride), last + (2 * stride)),
            Quarters(rows + (3 * stride), next + (3 * stride), third + (3 * stride), last + (3 * stride)), tile, columns);
    }

    /// <summary>Four columns of 16 rows anywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadColumns16(float** rows, nint column, float* tile, int columns) => Transpose(
        Quarters(rows[0] + column, rows[4] + column, rows[8] + column, rows[12] + column), Quarters(rows[1] + column, rows[5] + column, rows[9] + column, rows[13] + column),
        Quarters(rows[2] + column, rows[6] + column, rows[10] + column, rows[14] + column), Quarters(rows[3] + column, rows[7] + column, rows[11] + column, rows[15] + column),
        tile, columns);

    /// <summary>Four columns of 8 rows <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadColumns8(float* rows, nint stride, float* tile, int columns)
    {
        float* next = rows + (4 * stride);
        Transpose(
            Halves(rows, next), Halves(rows + stride, next + stride), Halves(rows + (2 * stride), next + (2 * stride)), Halves(rows + (3 * stride), next + (3 * stride)),
            tile, columns);
    }

    /// <summary>Four columns of 8 rows anywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadColumns8(float** rows, nint column, float* tile, int columns) => Transpose(
        Halves(rows[0] + column, rows[4] + column), Halves(rows[1] + column, rows[5] + column), Halves(rows[2] + column, rows[6] + column), Halves(rows[3] + column, rows[7] + column),
        tile, columns);

    /// <summary>Stores 16 rows <paramref name="stride"/> apart, of <paramref name="columns"/> floats if that is less than 16.</summary>
    /// <param name="tile">Vectors of the columns.</param>
    /// <param name="columns">How many there are.</param>
    /// <param name="rows">Where the first row goes.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void StoreBlock16(float* tile, int columns, float* rows, nint stride)
    {
        Vector512<float> r0 = Vector512.Load(tile);
        Vector512<float> r1 = columns > 1 ? Vector512.Load(tile + 16) : Vector512<float>.Zero;
        Vector512<float> r2 = columns > 2 ? Vector512.Load(tile + 32) : Vector512<float>.Zero;
        Vector512<float> r3 = columns > 3 ? Vector512.Load(tile + 48) : Vector512<float>.Zero;
        Vector512<float> r4 = columns > 4 ? Vector512.Load(tile + 64) : Vector512<float>.Zero;
        Vector512<float> r5 = columns > 5 ? Vector512.Load(tile + 80) : Vector512<float>.Zero;
        Vector512<float> r6 = columns > 6 ? Vector512.Load(tile + 96) : Vector512<float>.Zero;
        Vector512<float> r7 = columns > 7 ? Vector512.Load(tile + 112) : Vector512<float>.Zero;
        Vector512<float> r8 = columns > 8 ? Vector512.Load(tile + 128) : Vector512<float>.Zero;
        Vector512<float> r9 = columns > 9 ? Vector512.Load(tile + 144) : Vector512<float>.Zero;
        Vector512<float> r10 = columns > 10 ? Vector512.Load(tile + 160) : Vector512<float>.Zero;
        Vector512<float> r11 = columns > 11 ? Vector512.Load(tile + 176) : Vector512<float>.Zero;
        Vector512<float> r12 = columns > 12 ? Vector512.Load(tile + 192) : Vector512<float>.Zero;
        Vector512<float> r13 = columns > 13 ? Vector512.Load(tile + 208) : Vector512<float>.Zero;
        Vector512<float> r14 = columns > 14 ? Vector512.Load(tile + 224) : Vector512<float>.Zero;
        Vector512<float> r15 = columns > 15 ? Vector512.Load(tile + 240) : Vector512<float>.Zero;
        Vector512<double> low0a = Avx512F.UnpackLow(r0, r1).AsDouble(), high0a = Avx512F.UnpackHigh(r0, r1).AsDouble();
        Vector512<double> low0b = Avx512F.UnpackLow(r2, r3).AsDouble(), high0b = Avx512F.UnpackHigh(r2, r3).AsDouble();
        Vector512<float> q00 = Avx512F.UnpackLow(low0a, low0b).AsSingle(), q01 = Avx512F.UnpackHigh(low0a, low0b).AsSingle();
        Vector512<float> q02 = Avx512F.UnpackLow(high0a, high0b).AsSingle(), q03 = Avx512F.UnpackHigh(high0a, high0b).AsSingle();
        Vector512<double> low1a = Avx512F.UnpackLow(r4, r5).AsDouble(), high1a = Avx512F.UnpackHigh(r4, r5).AsDouble();
        Vector512<double> low1b = Avx512F.UnpackLow(r6, r7).AsDouble(), high1b = Avx512F.UnpackHigh(r6, r7).AsDouble();
        Vector512<float> q10 = Avx512F.UnpackLow(low1a, low1b).AsSingle(), q11 = Avx512F.UnpackHigh(low1a, low1b).AsSingle();
        Vector512<float> q12 = Avx512F.UnpackLow(high1a, high1b).AsSingle(), q13 = Avx512F.UnpackHigh(high1a, high1b).AsSingle();
        Vector512<double> low2a = Avx512F.UnpackLow(r8, r9).AsDouble(), high2a = Avx512F.UnpackHigh(r8, r9).AsDouble();
        Vector512<double> low2b = Avx512F.UnpackLow(r10, r11).AsDouble(), high2b = Avx512F.UnpackHigh(r10, r11).AsDouble();
        Vector512<float> q20 = Avx512F.UnpackLow(low2a, low2b).AsSingle(), q21 = Avx512F.UnpackHigh(low2a, low2b).AsSingle();
        Vector512<float> q22 = Avx512F.UnpackLow(high2a, high2b).AsSingle(), q23 = Avx512F.UnpackHigh(high2a, high2b).AsSingle();
        Vector512<double> low3a = Avx512F.UnpackLow(r12, r13).AsDouble(), high3a = Avx512F.UnpackHigh(r12, r13).AsDouble();
        Vector512<double> low3b = Avx512F.UnpackLow(r14, r15).AsDouble(), high3b = Avx512F.UnpackHigh(r14, r15).AsDouble();
        Vector512<float> q30 = Avx512F.UnpackLow(low3a, low3b).AsSingle(), q31 = Avx512F.UnpackHigh(low3a, low3b).AsSingle();
        Vector512<float> q32 = Avx512F.UnpackLow(high3a, high3b).AsSingle(), q33 = Avx512F.UnpackHigh(high3a, high3b).AsSingle();
        Vector512<float> even0a = Avx512F.Shuffle4x128(q00, q10, 0x88), odd0a = Avx512F.Shuffle4x128(q00, q10, 0xDD);
        Vector512<float> even0b = Avx512F.Shuffle4x128(q20, q30, 0x88), odd0b = Avx512F.Shuffle4x128(q20, q30, 0xDD);
        Vector512<float> even1a = Avx512F.Shuffle4x128(q01, q11, 0x88), odd1a = Avx512F.Shuffle4x128(q01, q11, 0xDD);
        Vector512<float> even1b = Avx512F.Shuffle4x128(q21, q31, 0x88), odd1b = Avx512F.Shuffle4x128(q21, q31, 0xDD);
        Vector512<float> even2a = Avx512F.Shuffle4x128(q02, q12, 0x88), odd2a = Avx512F.Shuffle4x128(q02, q12, 0xDD);
        Vector512<float> even2b = Avx512F.Shuffle4x128(q22, q32, 0x88), odd2b = Avx512F.Shuffle4x128(q22, q32, 0xDD);
        Vector512<float> even3a = Avx512F.Shuffle4x128(q03, q13, 0x88), odd3a = Avx512F.Shuffle4x128(q03, q13, 0xDD);
        Vector512<float> even3b = Avx512F.Shuffle4x128(q23, q33, 0x88), odd3b = Avx512F.Shuffle4x128(q23, q33, 0xDD);
        if (columns >= 16)
        {
            Avx512F.Shuffle4x128(even0a, even0b, 0x88).Store(rows);
            Avx512F.Shuffle4x128(even1a, even1b, 0x88).Store(rows + stride);
            Avx512F.Shuffle4x128(even2a, even2b, 0x88).Store(rows + (2 * stride));
            Avx512F.Shuffle4x128(even3a, even3b, 0x88).Store(rows + (3 * stride));
            Avx512F.Shuffle4x128(odd0a, odd0b, 0x88).Store(rows + (4 * stride));
            Avx512F.Shuffle4x128(odd1a, odd1b, 0x88).Store(rows + (5 * stride));
            Avx512F.Shuffle4x128(odd2a, odd2b, 0x88).Store(rows + (6 * stride));
            Avx512F.Shuffle4x128(odd3a, odd3b, 0x88).Store(rows + (7 * stride));
            Avx512F.Shuffle4x128(even0a, even0b, 0xDD).Store(rows + (8 * stride));
            Avx512F.Shuffle4x128(even1a, even1b, 0xDD).Store(rows + (9 * stride));
            Avx512F.Shuffle4x128(even2a, even2b, 0xDD).Store(rows + (10 * stride));
            Avx512F.Shuffle4x128(even3a, even3b, 0xDD).Store(rows + (11 * stride));
            Avx512F.Shuffle4x128(odd0a, odd0b, 0xDD).Store(rows + (12 * stride));
            Avx512F.Shuffle4x128(odd1a, odd1b, 0xDD).Store(rows + (13 * stride));
            Avx512F.Shuffle4x128(odd2a, odd2b, 0xDD).Store(rows + (14 * stride));
            Avx512F.Shuffle4x128(odd3a, odd3b, 0xDD).Store(rows + (15 * stride));
            return;
        }

        Vector512<float> mask = Lanes.First512(columns);
        Avx512F.MaskStore(rows, mask, Avx512F.Shuffle4x128(even0a, even0b, 0x88));
        Avx512F.MaskStore(rows + stride, mask, Avx512F.Shuffle4x128(even1a, even1b, 0x88));
        Avx512F.MaskStore(rows + (2 * stride), mask, Avx512F.Shuffle4x128(even2a, even2b, 0x88));
        Avx512F.MaskStore(rows + (3 * stride), mask, Avx512F.Shuffle4x128(even3a, even3b, 0x88));
        Avx512F.MaskStore(rows + (4 * stride), mask, Avx512F.Shuffle4x128(odd0a, odd0b, 0x88));
        Avx512F.MaskStore(rows + (5 * stride), mask, Avx512F.Shuffle4x128(odd1a, odd1b, 0x88));
        Avx512F.MaskStore(rows + (6 * stride), mask, Avx512F.Shuffle4x128(odd2a, odd2b, 0x88));
        Avx512F.MaskStore(rows + (7 * stride), mask, Avx512F.Shuffle4x128(odd3a, odd3b, 0x88));
        Avx512F.MaskStore(rows + (8 * stride), mask, Avx512F.Shuffle4x128(even0a, even0b, 0xDD));
        Avx512F.MaskStore(rows + (9 * stride), mask, Avx512F.Shuffle4x128(even1a, even1b, 0xDD));
        Avx512F.MaskStore(rows + (10 * stride), mask, Avx512F.Shuffle4x128(even2a, even2b, 0xDD));
        Avx512F.MaskStore(rows + (11 * stride), mask, Avx512F.Shuffle4x128(even3a, even3b, 0xDD));
        Avx512F.MaskStore(rows + (12 * stride), mask, Avx512F.Shuffle4x128(odd0a, odd0b, 0xDD));
        Avx512F.MaskStore(rows + (13 * stride), mask, Avx512F.Shuffle4x128(odd1a, odd1b, 0xDD));
        Avx512F.MaskStore(rows + (14 * stride), mask, Avx512F.Shuffle4x128(odd2a, odd2b, 0xDD));
        Avx512F.MaskStore(rows + (15 * stride), mask, Avx512F.Shuffle4x128(odd3a, odd3b, 0xDD));
    }

    /// <summary>Stores 8 rows <paramref name="stride"/> apart, of <paramref name="columns"/> floats if that is less than 8.</summary>
    /// <param name="tile">Vectors of the columns.</param>
    /// <param name="columns">How many there are.</param>
    /// <param name="rows">Where the first row goes.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void StoreBlock8(float* tile, int columns, float* rows, nint stride)
    {
        Vector256<float> r0 = Vector256.Load(tile);
        Vector256<float> r1 = columns > 1 ? Vector256.Load(tile + 8) : Vector256<float>.Zero;
        Vector256<float> r2 = columns > 2 ? Vector256.Load(tile + 16) : Vector256<float>.Zero;
        Vector256<float> r3 = columns > 3 ? Vector256.Load(tile + 24) : Vector256<float>.Zero;
        Vector256<float> r4 = columns > 4 ? Vector256.Load(tile + 32) : Vector256<float>.Zero;
        Vector256<float> r5 = columns > 5 ? Vector256.Load(tile + 40) : Vector256<float>.Zero;
        Vector256<float> r6 = columns > 6 ? Vector256.Load(tile + 48) : Vector256<float>.Zero;
        Vector256<float> r7 = columns > 7 ? Vector256.Load(tile + 56) : Vector256<float>.Zero;
        Vector256<double> low0a = Avx.UnpackLow(r0, r1).AsDouble(), high0a = Avx.UnpackHigh(r0, r1).AsDouble();
        Vector256<double> low0b = Avx.UnpackLow(r2, r3).AsDouble(), high0b = Avx.UnpackHigh(r2, r3).AsDouble();
        Vector256<float> q00 = Avx.UnpackLow(low0a, low0b).AsSingle(), q01 = Avx.UnpackHigh(low0a, low0b).AsSingle();
        Vector256<float> q02 = Avx.UnpackLow(high0a, high0b).AsSingle(), q03 = Avx.UnpackHigh(high0a, high0b).AsSingle();
        Vector256<double> low1a = Avx.UnpackLow(r4, r5).AsDouble(), high1a = Avx.UnpackHigh(r4, r5).AsDouble();
        Vector256<double> low1b = Avx.UnpackLow(r6, r7).AsDouble(), high1b = Avx.UnpackHigh(r6, r7).AsDouble();
        Vector256<float> q10 = Avx.UnpackLow(low1a, low1b).AsSingle(), q11 = Avx.UnpackHigh(low1a, low1b).AsSingle();
        Vector256<float> q12 = Avx.UnpackLow(high1a, high1b).AsSingle(), q13 = Avx.UnpackHigh(high1a, high1b).AsSingle();
        // A row narrower than a vector reaches over the next ones; the last few go through memory, as what follows them is not ours.
        int whole = columns >= 8 ? 8 : ((8 * columns) - 8) / columns + 1;
        float* ends = stackalloc float[64];
        Avx.Permute2x128(q00, q10, 0x20).Store(whole > 0 ? rows : ends);
        Avx.Permute2x128(q01, q11, 0x20).Store(whole > 1 ? rows + stride : ends + 8);
        Avx.Permute2x128(q02, q12, 0x20).Store(whole > 2 ? rows + (2 * stride) : ends + 16);
        Avx.Permute2x128(q03, q13, 0x20).Store(whole > 3 ? rows + (3 * stride) : ends + 24);
        Avx.Permute2x128(q00, q10, 0x31).Store(whole > 4 ? rows + (4 * stride) : ends + 32);
        Avx.Permute2x128(q01, q11, 0x31).Store(whole > 5 ? rows + (5 * stride) : ends + 40);
        Avx.Permute2x128(q02, q12, 0x31).Store(whole > 6 ? rows + (6 * stride) : ends + 48);
        Avx.Permute2x128(q03, q13, 0x31).Store(whole > 7 ? rows + (7 * stride) : ends + 56);
        for (int i = whole; i < 8; i++)
            for (int k = 0; k < columns; k++) rows[(i * stride) + k] = ends[(8 * i) + k];
    }
}
