namespace Recipes.Generators.Formulas.Kernels;

/// <summary>How a layer's rows are split into tasks: by the width alone, so that results do not depend on the number of threads.</summary>
internal static class LayerBlocks
{
    /// <summary>Floats of a block: enough to be worth a task, few enough to stay in the nearest cache.</summary>
    private const int Floats = 4096;

    /// <summary>Rows of a block: whole tiles of short rows, some rows even of the longest, as each block has sums of its own.</summary>
    public static int Rows(int width) =>
        width <= Emission.LoopEmitter.LongestTile ? ((Floats / width) + 15) / 16 * 16 : System.Math.Max(8, Floats / width);

    /// <summary>Blocks of so many rows.</summary>
    public static int Count(int rows, int width) => (rows + Rows(width) - 1) / Rows(width);
}
