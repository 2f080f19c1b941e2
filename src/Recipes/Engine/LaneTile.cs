using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

/// <summary>Turns rows of floats, one per example, into one vector per column, a lane per example, and back.</summary>
/// <remarks>
/// A tile is [width] vectors. Lanes beyond the given rows are 0 and are not stored. Blocks of columns that would reach over a row's end
/// start earlier and overlap; rows narrower than a vector are read over their end, for which buffers have room.
/// </remarks>
[SkipLocalsInit]
public static unsafe partial class LaneTile
{
    /// <summary>Loads rows that lie one after the other from <paramref name="start"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref Vector512<float> tile, NativeBuffer<float> source, nint start, int width, int rows) =>
        Load((float*)Unsafe.AsPointer(ref tile), 16, Avx512F.IsSupported, source.Pointer + start, width, rows);

    /// <summary>Loads the rows that <paramref name="indices"/> name.</summary>
    public static void Load(ref Vector512<float> tile, NativeBuffer<float> source, ref int indices, int width, int rows) =>
        Load((float*)Unsafe.AsPointer(ref tile), 16, Avx512F.IsSupported, source.Pointer, ref indices, width, rows);

    /// <summary>Stores the first <paramref name="rows"/> lanes as rows from <paramref name="start"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref Vector512<float> tile, NativeBuffer<float> destination, nint start, int width, int rows) =>
        Store((float*)Unsafe.AsPointer(ref tile), 16, Avx512F.IsSupported, destination.Pointer + start, width, rows);

    /// <inheritdoc cref="Load(ref Vector512{float}, NativeBuffer{float}, nint, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref Vector256<float> tile, NativeBuffer<float> source, nint start, int width, int rows) =>
        Load((float*)Unsafe.AsPointer(ref tile), 8, Avx.IsSupported, source.Pointer + start, width, rows);

    /// <inheritdoc cref="Load(ref Vector512{float}, NativeBuffer{float}, ref int, int, int)"/>
    public static void Load(ref Vector256<float> tile, NativeBuffer<float> source, ref int indices, int width, int rows) =>
        Load((float*)Unsafe.AsPointer(ref tile), 8, Avx.IsSupported, source.Pointer, ref indices, width, rows);

    /// <inheritdoc cref="Store(ref Vector512{float}, NativeBuffer{float}, nint, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref Vector256<float> tile, NativeBuffer<float> destination, nint start, int width, int rows) =>
        Store((float*)Unsafe.AsPointer(ref tile), 8, Avx.IsSupported, destination.Pointer + start, width, rows);

    /// <inheritdoc cref="Load(ref Vector512{float}, NativeBuffer{float}, nint, int, int)"/>
    public static void Load(ref Vector128<float> tile, NativeBuffer<float> source, nint start, int width, int rows) =>
        Load((float*)Unsafe.AsPointer(ref tile), 4, false, source.Pointer + start, width, rows);

    /// <inheritdoc cref="Load(ref Vector512{float}, NativeBuffer{float}, ref int, int, int)"/>
    public static void Load(ref Vector128<float> tile, NativeBuffer<float> source, ref int indices, int width, int rows) =>
        Load((float*)Unsafe.AsPointer(ref tile), 4, false, source.Pointer, ref indices, width, rows);

    /// <inheritdoc cref="Store(ref Vector512{float}, NativeBuffer{float}, nint, int, int)"/>
    public static void Store(ref Vector128<float> tile, NativeBuffer<float> destination, nint start, int width, int rows) =>
        Store((float*)Unsafe.AsPointer(ref tile), 4, false, destination.Pointer + start, width, rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(float* tile, int lanes, bool inRegisters, float* source, int width, int rows)
    {
        if (!inRegisters || rows < lanes)
        {
            LoadEach(tile, lanes, source, width, rows);
            return;
        }

        int columns = Math.Min(4, width);
        for (int column = 0; column < width; column += 4)
        {
            int first = Math.Max(0, Math.Min(column, width - 4));
            if (lanes == 16) LoadColumns16(source + first, width, tile + (first * 16), columns);
            else LoadColumns8(source + first, width, tile + (first * 8), columns);
        }
    }

    private static void Load(float* tile, int lanes, bool inRegisters, float* source, ref int indices, int width, int rows)
    {
        if (!inRegisters || rows < lanes)
        {
            for (int i = 0; i < lanes; i++)
            {
                float* row = source + (i < rows ? (nint)Unsafe.Add(ref indices, i) * width : 0);
                for (int column = 0; column < width; column++) tile[(column * lanes) + i] = i < rows ? row[column] : 0;
            }

            return;
        }

        float** addresses = stackalloc float*[lanes];
        for (int i = 0; i < lanes; i++) addresses[i] = source + ((nint)Unsafe.Add(ref indices, i) * width);
        int columns = Math.Min(4, width);
        for (int column = 0; column < width; column += 4)
        {
            int first = Math.Max(0, Math.Min(column, width - 4));
            if (lanes == 16) LoadColumns16(addresses, first, tile + (first * 16), columns);
            else LoadColumns8(addresses, first, tile + (first * 8), columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* tile, int lanes, bool inRegisters, float* target, int width, int rows)
    {
        if (!inRegisters || rows < lanes)
        {
            StoreEach(tile, lanes, target, width, rows);
            return;
        }

        int columns = Math.Min(lanes, width);
        for (int column = 0; column < width; column += lanes)
        {
            int first = Math.Max(0, Math.Min(column, width - lanes));
            if (lanes == 16) StoreBlock16(tile + (first * 16), columns, target + first, width);
            else StoreBlock8(tile + (first * 8), columns, target + first, width);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadEach(float* tile, int lanes, float* source, int width, int rows)
    {
        for (int column = 0; column < width; column++)
            for (int i = 0; i < lanes; i++) tile[(column * lanes) + i] = i < rows ? source[((nint)i * width) + column] : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreEach(float* tile, int lanes, float* target, int width, int rows)
    {
        for (int i = 0; i < rows; i++)
            for (int column = 0; column < width; column++) target[((nint)i * width) + column] = tile[(column * lanes) + i];
    }
}
