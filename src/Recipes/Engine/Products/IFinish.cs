namespace Recipes.Engine;

/// <summary>Where a product's sums go, and what happens to them on the way.</summary>
internal unsafe interface IFinish
{
    /// <summary>Takes the sums of a tile to their place at [row, column]. Rows of <paramref name="sums"/> are <paramref name="sumStride"/> apart.</summary>
    void Finish<TTile>(float* sums, nint sumStride, int row, int column, int rows, int columns) where TTile : struct, ITile;
}

/// <summary>y = activation(sum + bias) · mask, and the sum with its bias kept on request. Absent operands are null.</summary>
internal unsafe struct ForwardFinish<TActivation> : IFinish where TActivation : unmanaged, IActivation
{
    public float* Bias, Preactivation, Mask, Y;
    public nint Stride;
    public TActivation Activation;

    public readonly void Finish<TTile>(float* sums, nint sumStride, int row, int column, int rows, int columns) where TTile : struct, ITile
    {
        nint start = (row * Stride) + column;
        TTile.FinishForward(
            sums, sumStride, rows, columns, Bias == null ? null : Bias + column, Preactivation == null ? null : Preactivation + start,
            Mask == null ? null : Mask + start, Y + start, Stride, Activation);
    }
}

/// <summary>target = sum · mask · activation'(preactivation). Absent operands are null.</summary>
internal unsafe struct BackwardFinish<TActivation> : IFinish where TActivation : unmanaged, IActivation
{
    public float* Preactivation, Mask, Target;
    public nint Stride;
    public TActivation Activation;

    public readonly void Finish<TTile>(float* sums, nint sumStride, int row, int column, int rows, int columns) where TTile : struct, ITile
    {
        nint start = (row * Stride) + column;
        TTile.FinishBackward(
            sums, sumStride, rows, columns, Preactivation == null ? null : Preactivation + start, Mask == null ? null : Mask + start,
            Target + start, Stride, Activation);
    }
}
