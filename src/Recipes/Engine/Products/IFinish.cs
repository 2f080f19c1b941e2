namespace Recipes.Engine;

/// <summary>Where a product's sums go, and what happens to them on the way.</summary>
internal unsafe interface IFinish
{
    /// <summary>Whether the sums are the result, so that they may be formed in their place.</summary>
    static abstract bool IsPlain { get; }

    /// <summary>Where the result begins.</summary>
    float* Result { get; }

    /// <summary>Floats from one row of the result to the next.</summary>
    nint Stride { get; }

    /// <summary>Takes the sums of a tile to their place at [row, column]. Rows of <paramref name="sums"/> are <paramref name="sumStride"/> apart.</summary>
    void Finish<TTile>(float* sums, nint sumStride, int row, int column, int rows, int columns) where TTile : struct, ITile;
}

/// <summary>result = sum.</summary>
internal readonly unsafe struct PlainFinish(float* result, nint stride) : IFinish
{
    public static bool IsPlain => true;
    public float* Result { get; } = result;
    public nint Stride { get; } = stride;

    public void Finish<TTile>(float* sums, nint sumStride, int row, int column, int rows, int columns) where TTile : struct, ITile =>
        TTile.FinishBackward(sums, sumStride, rows, columns, null, null, Result + (row * Stride) + column, Stride, default(Identity));
}

/// <summary>result = activation(sum + bias) · mask, and the sum with its bias kept on request. Absent operands are null.</summary>
internal readonly unsafe struct ForwardFinish<TActivation>(float* result, nint stride, float* bias, float* preactivation, float* mask, TActivation activation)
    : IFinish where TActivation : unmanaged, IActivation
{
    public static bool IsPlain => false;
    public float* Result { get; } = result;
    public nint Stride { get; } = stride;

    public void Finish<TTile>(float* sums, nint sumStride, int row, int column, int rows, int columns) where TTile : struct, ITile
    {
        nint start = (row * Stride) + column;
        TTile.FinishForward(
            sums, sumStride, rows, columns, bias == null ? null : bias + column, preactivation == null ? null : preactivation + start,
            mask == null ? null : mask + start, Result + start, Stride, activation);
    }
}

/// <summary>result = sum · mask · activation'(preactivation). Absent operands are null.</summary>
internal readonly unsafe struct BackwardFinish<TActivation>(float* result, nint stride, float* preactivation, float* mask, TActivation activation)
    : IFinish where TActivation : unmanaged, IActivation
{
    public static bool IsPlain => false;
    public float* Result { get; } = result;
    public nint Stride { get; } = stride;

    public void Finish<TTile>(float* sums, nint sumStride, int row, int column, int rows, int columns) where TTile : struct, ITile
    {
        nint start = (row * Stride) + column;
        TTile.FinishBackward(
            sums, sumStride, rows, columns, preactivation == null ? null : preactivation + start, mask == null ? null : mask + start,
            Result + start, Stride, activation);
    }
}
