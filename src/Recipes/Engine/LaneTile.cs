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
    public static void Load(ref Vector512<float> tile, NativeBuffer<float> source, nint start, int width, int rows)
    {
        float** addresses = stackalloc float*[16];
        for (int i = 0; i < rows; i++) addresses[i] = source.Pointer + start + ((nint)i * width);
        Load((float*)Unsafe.AsPointer(ref tile), 16, Avx512F.IsSupported, addresses, width, rows);
    }

    /// <summary>Loads the rows that <paramref name="indices"/> name.</summary>
    public static void Load(ref Vector512<float> tile, NativeBuffer<float> source, ref int indices, int width, int rows)
    {
        float** addresses = stackalloc float*[16];
        for (int i = 0; i < rows; i++) addresses[i] = source.Pointer + ((nint)Unsafe.Add(ref indices, i) * width);
        Load((float*)Unsafe.AsPointer(ref tile), 16, Avx512F.IsSupported, addresses, width, rows);
    }

    /// <summary>Stores the first <paramref name="rows"/> lanes as rows from <paramref name="start"/> on.</summary>
    public static void Store(ref Vector512<float> tile, NativeBuffer<float> destination, nint start, int width, int rows) =>
        Store((float*)Unsafe.AsPointer(ref tile), 16, Avx512F.IsSupported, destination.Pointer + start, width, rows);

    /// <inheritdoc cref="Load(ref Vector512{float}, NativeBuffer{float}, nint, int, int)"/>
    public static void Load(ref Vector256<float> tile, NativeBuffer<float> source, nint start, int width, int rows)
    {
        float** addresses = stackalloc float*[8];
        for (int i = 0; i < rows; i++) addresses[i] = source.Pointer + start + ((nint)i * width);
        Load((float*)Unsafe.AsPointer(ref tile), 8, Avx.IsSupported, addresses, width, rows);
    }

    /// <inheritdoc cref="Load(ref Vector512{float}, NativeBuffer{float}, ref int, int, int)"/>
    public static void Load(ref Vector256<float> tile, NativeBuffer<float> source, ref int indices, int width, int rows)
    {
        float** addresses = stackalloc float*[8];
        for (int i = 0; i < rows; i++) addresses[i] = source.Pointer + ((nint)Unsafe.Add(ref indices, i) * width);
        Load((float*)Unsafe.AsPointer(ref tile), 8, Avx.IsSupported, addresses, width, rows);
    }

    /// <inheritdoc cref="Store(ref Vector512{float}, NativeBuffer{float}, nint, int, int)"/>
    public static void Store(ref Vector256<float> tile, NativeBuffer<float> destination, nint start, int width, int rows) =>
        Store((float*)Unsafe.AsPointer(ref tile), 8, Avx.IsSupported, destination.Pointer + start, width, rows);

    /// <inheritdoc cref="Load(ref Vector512{float}, NativeBuffer{float}, nint, int, int)"/>
    public static void Load(ref Vector128<float> tile, NativeBuffer<float> source, nint start, int width, int rows)
    {
        float** addresses = stackalloc float*[4];
        for (int i = 0; i < rows; i++) addresses[i] = source.Pointer + start + ((nint)i * width);
        Load((float*)Unsafe.AsPointer(ref tile), 4, false, addresses, width, rows);
    }

    /// <inheritdoc cref="Load(ref Vector512{float}, NativeBuffer{float}, ref int, int, int)"/>
    public static void Load(ref Vector128<float> tile, NativeBuffer<float> source, ref int indices, int width, int rows)
    {
        float** addresses = stackalloc float*[4];
        for (int i = 0; i < rows; i++) addresses[i] = source.Pointer + ((nint)Unsafe.Add(ref indices, i) * width);
        Load((float*)Unsafe.AsPointer(ref tile), 4, false, addresses, width, rows);
    }

    /// <inheritdoc cref="Store(ref Vector512{float}, NativeBuffer{float}, nint, int, int)"/>
    public static void Store(ref Vector128<float> tile, NativeBuffer<float> destination, nint start, int width, int rows) =>
        Store((float*)Unsafe.AsPointer(ref tile), 4, false, destination.Pointer + start, width, rows);

    private static void Load(float* tile, int lanes, bool inRegisters, float** rowAddresses, int width, int rows)
    {
        if (!inRegisters)
        {
            for (int i = 0; i < lanes; i++)
                for (int column = 0; column < width; column++) tile[(column * lanes) + i] = i < rows ? rowAddresses[i][column] : 0;
            return;
        }

        Vector512<float> zeros = Vector512<float>.Zero, ignored;
        float** from = stackalloc float*[lanes];
        float** to = stackalloc float*[lanes];
        for (int column = 0; column < width; column += lanes)
        {
            int first = Math.Max(0, Math.Min(column, width - lanes));
            for (int i = 0; i < lanes; i++)
            {
                from[i] = i < rows ? rowAddresses[i] + first : (float*)&zeros;
                to[i] = i < width ? tile + ((first + i) * lanes) : (float*)&ignored;
            }

            if (lanes == 16) Transpose16(from, to);
            else Transpose8(from, to);
        }
    }

    private static void Store(float* tile, int lanes, bool inRegisters, float* target, int width, int rows)
    {
        if (!inRegisters)
        {
            for (int i = 0; i < rows; i++)
                for (int column = 0; column < width; column++) target[((nint)i * width) + column] = tile[(column * lanes) + i];
            return;
        }

        Vector512<float> zeros = Vector512<float>.Zero, ignored;
        float** from = stackalloc float*[lanes];
        float** to = stackalloc float*[lanes];
        float* ends = stackalloc float[lanes * lanes];
        // A row narrower than a vector is stored over the next ones, which follow; but the last few must not reach over what is not ours.
        int whole = width >= lanes ? rows : Math.Max(0, (((rows * width) - lanes) / width) + 1);
        if (width < lanes && rows * width < lanes) whole = 0;
        for (int column = 0; column < width; column += lanes)
        {
            int first = Math.Max(0, Math.Min(column, width - lanes));
            for (int i = 0; i < lanes; i++)
            {
                from[i] = i < width ? tile + ((first + i) * lanes) : (float*)&zeros;
                to[i] = i < whole ? target + ((nint)i * width) + first : i < rows ? ends + (i * lanes) : (float*)&ignored;
            }

            if (lanes == 16) Transpose16(from, to);
            else Transpose8(from, to);
            for (int i = whole; i < rows; i++)
                for (int k = 0; k < width; k++) target[((nint)i * width) + k] = ends[(i * lanes) + k];
        }
    }
}
