using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

internal readonly unsafe partial struct Avx2Tile
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FinishForward<TActivation>(
        float* sums, nint sumStride, int rows, int columns, float* bias, float* preactivation, float* mask, float* y, nint stride, TActivation activation)
        where TActivation : unmanaged, IActivation
    {
        for (nint row = 0; row < rows; row++)
        {
            nint start = row * stride;
            for (int column = 0; column < columns; column += 8)
            {
                int count = columns - column;
                Vector256<float> value = Vector256.Load(sums + (row * sumStride) + column);
                if (bias != null) value += Vector256.Load(bias + column);
                if (preactivation != null) Store(value, preactivation + start + column, count);
                value = activation.Value(value);
                if (mask != null) value *= Vector256.Load(mask + start + column);
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
            for (int column = 0; column < columns; column += 8)
            {
                Vector256<float> value = Vector256.Load(sums + (row * sumStride) + column);
                if (mask != null) value *= Vector256.Load(mask + start + column);
                if (preactivation != null) value *= activation.Derivative(Vector256.Load(preactivation + start + column));
                Store(value, dx + start + column, columns - column);
            }
        }
    }

    // The last vector of a row may reach beyond it, where another thread's columns or the next row begin. (Loads may: buffers
    // have a cache line of slack, and lanes beyond the row are never stored.)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(Vector256<float> value, float* target, int count)
    {
        if (count >= 8) value.Store(target);
        else Avx.MaskStore(target, Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle(), value);
    }
}
