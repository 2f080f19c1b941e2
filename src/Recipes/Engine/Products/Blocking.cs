namespace Recipes.Engine;

/// <summary>How products are cut into blocks. Nothing here depends on the number of threads, so neither do results.</summary>
internal static class Blocking
{
    /// <summary>Rows of a block: with a strip of the right operand they amortise its packing.</summary>
    public const int Rows = 128;
    /// <summary>Products summed before the sums of a block are put aside: a packed strip of this depth stays in the second-level cache.</summary>
    public const int Depth = 512;
    /// <summary>The widest strip of any path.</summary>
    public const int MaxColumns = 48;
    /// <summary>The most floats of patches that are packed at once: a block of rows of the greatest depth.</summary>
    public const int PatchFloats = Rows * Depth;
    /// <summary>Floats of patches that are packed at once where the depth is small: they stay in the first-level cache.</summary>
    public const int CachedPatchFloats = 6144;
}
