using System.Runtime.InteropServices;

namespace Recipes.Engine;

/// <summary>A thread's own memory for one block of a product: packed operands and the block's sums.</summary>
/// <remarks>Its size depends on no shape. Made once per thread and freed with it, so products allocate nothing, from any number of threads at once.</remarks>
internal sealed unsafe class ProductScratch
{
    [ThreadStatic]
    private static ProductScratch? t_current;

    /// <summary>A packed strip of the right operand, [<see cref="Blocking.Depth"/>, <see cref="Blocking.MaxColumns"/>].</summary>
    public readonly float* Strip;
    /// <summary>The sums of a block, [<see cref="Blocking.Rows"/>, <see cref="Blocking.MaxColumns"/>].</summary>
    public readonly float* Sums;
    /// <summary>Patches of images, <see cref="Blocking.PatchFloats"/> and a vector that packing may write beyond them.</summary>
    public readonly float* Patches;

    private ProductScratch()
    {
        const int strip = Blocking.Depth * Blocking.MaxColumns, sums = Blocking.Rows * Blocking.MaxColumns, patches = Blocking.PatchFloats + 16;
        Strip = (float*)NativeMemory.AlignedAlloc((strip + sums + patches) * sizeof(float), 64);
        NativeMemory.Clear(Strip, (strip + sums + patches) * sizeof(float));
        Sums = Strip + strip;
        Patches = Sums + sums;
    }

    ~ProductScratch() => NativeMemory.AlignedFree(Strip);

    /// <summary>This thread's memory.</summary>
    public static ProductScratch Current => t_current ??= new ProductScratch();
}
