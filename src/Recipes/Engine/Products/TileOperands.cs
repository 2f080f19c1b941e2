namespace Recipes.Engine;

/// <summary>What a tile of a product reads and writes: sums[r, c] (+)= Σ_k left[r, k] · right[k, c].</summary>
internal unsafe struct TileOperands
{
    /// <summary>Products per sum.</summary>
    public nint Depth;
    /// <summary>The left operand: [r, k] is at r · LeftRowStride + k · LeftStepStride.</summary>
    public float* Left;
    public nint LeftRowStride, LeftStepStride;
    /// <summary>The right operand: [k, c] is at k · RightStride + c. Whole vectors are read.</summary>
    public float* Right;
    public nint RightStride;
    /// <summary>Receives what was read of the right operand, rows of whole vectors without gaps; or null.</summary>
    public float* Packed;
    /// <summary>The sums: [r, c] at r · SumStride + c. Whole vectors are written.</summary>
    public float* Sums;
    public nint SumStride;
    /// <summary>Whether the sums go on from what is there; otherwise they begin at zero.</summary>
    public bool Accumulate;
}
