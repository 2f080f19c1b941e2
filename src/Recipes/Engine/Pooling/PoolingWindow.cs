using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <summary>The pixels of a window that lie inside of the image.</summary>
internal readonly unsafe struct PoolingWindow
{
    public readonly int Top, Bottom, Left, Right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PoolingWindow(in PoolingShape shape, int row, int column)
    {
        int top = (row * shape.Stride) - shape.PaddingHeight, left = (column * shape.Stride) - shape.PaddingWidth;
        Top = Math.Max(0, top);
        Bottom = Math.Min(shape.Height, top + shape.WindowHeight);
        Left = Math.Max(0, left);
        Right = Math.Min(shape.Width, left + shape.WindowWidth);
    }

    /// <summary>Stores as many lanes as there are channels left: beyond them another pixel begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, float* target, int count)
    {
        if (count >= 8) value.Store(target);
        else
        {
            for (int lane = 0; lane < count; lane++) target[lane] = value.GetElement(lane);
        }
    }
}

/// <summary>The gradient at what was pooled: sums over windows, then what the layer below applied to it.</summary>
internal readonly unsafe struct PoolingTail<TActivation>(int floats, float* preactivation, float* mask, float* dx, TActivation activation)
    where TActivation : unmanaged, IActivation
{
    private readonly VectorPath _path = VectorPaths.Best;

    /// <summary>The gradient of an image, all zeros.</summary>
    public float* Begin(int image)
    {
        float* gradient = dx + ((nint)image * floats);
        new Span<float>(gradient, floats).Clear();
        return gradient;
    }

    /// <summary>Multiplies an image's gradient by the mask and the derivative, while it is in the cache.</summary>
    public void End(int image)
    {
        if (preactivation == null && mask == null) return;
        nint start = (nint)image * floats;
        float* gradient = dx + start, before = preactivation == null ? null : preactivation + start, factors = mask == null ? null : mask + start;
        switch (_path)
        {
            case VectorPath.Avx512: Avx512Tile.FinishBackward(gradient, 0, 1, floats, before, factors, gradient, 0, activation); break;
            case VectorPath.Avx2: Avx2Tile.FinishBackward(gradient, 0, 1, floats, before, factors, gradient, 0, activation); break;
            default: PortableTile.FinishBackward(gradient, 0, 1, floats, before, factors, gradient, 0, activation); break;
        }
    }
}
