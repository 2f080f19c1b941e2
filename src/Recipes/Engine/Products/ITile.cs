namespace Recipes.Engine;

/// <summary>The innermost loops of the products, in one vector width.</summary>
/// <remarks>
/// Sums are taken in the order of the summed index, one fused multiply-add each, whatever the block or the width: a result
/// depends on no blocking. (Where the processor has no fused multiply-add, the portable path rounds twice.)
/// </remarks>
internal unsafe interface ITile
{
    /// <summary>Floats in a vector.</summary>
    static abstract int Lanes { get; }
    /// <summary>The most rows of a tile.</summary>
    static abstract int MaxRows { get; }
    /// <summary>The most vectors in a row of a tile.</summary>
    static abstract int MaxVectors { get; }

    /// <summary>Sums a tile of so many rows and whole vectors of columns, at most <see cref="MaxRows"/> and <see cref="MaxVectors"/>.</summary>
    static abstract void Multiply(int rows, int vectors, in TileOperands tile);

    /// <summary>Transposes: packed[k, c] = source[c·stride + k] for c &lt; <paramref name="columns"/>; columns up to the next whole vector are zero.</summary>
    static abstract void PackTransposed(float* source, nint stride, int depth, int columns, int vectors, float* packed);

    /// <summary>Takes a tile of sums to its place: adds the bias, stores the sum, applies the activation and the mask. Absent operands are null.</summary>
    static abstract void FinishForward<TActivation>(
        float* sums, nint sumStride, int rows, int columns, float* bias, float* preactivation, float* mask, float* y, nint stride, TActivation activation)
        where TActivation : unmanaged, IActivation;

    /// <summary>Takes a tile of sums to its place, times the mask and the activation's derivative. Absent operands are null.</summary>
    static abstract void FinishBackward<TActivation>(
        float* sums, nint sumStride, int rows, int columns, float* preactivation, float* mask, float* dx, nint stride, TActivation activation)
        where TActivation : unmanaged, IActivation;
}
