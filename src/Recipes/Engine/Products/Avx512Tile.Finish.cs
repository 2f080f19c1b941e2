using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

internal readonly unsafe partial struct Avx512Tile
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FinishForward<TActivation>(
        float* sums, nint sumStride, int rows, int columns, float* bias, float* preactivation, float* mask, float* y, nint stride, TActivation activation)
        where TActivation : unmanaged, IActivation
    {
        for (nint row = 0; row < rows; row++)
        {
            nint start = row * stride;
            for (int column = 0; column < columns; column += 16)
            {
                int count = columns - column;
                Vector512<float> value = Vector512.Load(sums + (row * sumStride) + column);
                if (bias != null) value += Vector512.Load(bias + column);
                if (preactivation != null) Store(value, preactivation + start + column, count);
                value = activation.Value(value);
                if (mask != null) value *= Vector512.Load(mask + start + column);
                Store(value, y + start + column, count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FinishBackward<TActivation>(
        float* sums, nint sumStride, int rows, int columns, float* preactivation, float* mask, float* dx, nint stride, TActivation activation)
        where TActivation : unmanaged, IActivation
    {
        for (nint row = 0; row < rows; row++)
        {
            nint start = row * stride;
            for (int column = 0; column < columns; column += 16)
            {
                Vector512<float> value = Vector512.Load(sums + (row * sumStride) + column);
                if (mask != null) value *= Vector512.Load(mask + start + column);
                if (preactivation != null) value *= activation.Derivative(Vector512.Load(preactivation + start + column));
                Store(value, dx + start + column, columns - column);
            }
        }
    }

    // The last vector of a row may reach beyond it, where another thread's columns or the next row begin. (Loads may: buffers
    // have a cache line of slack, and lanes beyond the row are never stored.)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(Vector512<float> value, float* target, int count)
    {
        if (count >= 16) value.Store(target);
        else Avx512F.MaskStore(target, Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle(), value);
    }
}
