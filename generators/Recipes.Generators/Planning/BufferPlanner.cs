namespace Recipes.Generators.Planning;

/// <summary>Places buffers in one workspace so that those that never live at the same time may share bytes.</summary>
internal static class BufferPlanner
{
    private const int Alignment = 16; // floats: one cache line

    /// <summary>First fit, largest first. Times are positions in the step; both ends are inclusive.</summary>
    public static (IReadOnlyList<PlannedBuffer> Buffers, int Floats) Place(IReadOnlyList<PlannedBuffer> buffers)
    {
        var order = new List<PlannedBuffer>(buffers);
        order.Sort((a, b) => a.Floats != b.Floats ? b.Floats.CompareTo(a.Floats) : string.CompareOrdinal(a.Field, b.Field));
        var placed = new List<PlannedBuffer>();
        int total = 0;
        foreach (PlannedBuffer buffer in order)
        {
            int offset = 0;
            foreach (PlannedBuffer other in SortedByOffset(placed))
            {
                bool together = buffer.FirstUse <= other.LastUse && other.FirstUse <= buffer.LastUse;
                if (together && offset < other.Offset + Aligned(other.Floats) && other.Offset < offset + Aligned(buffer.Floats))
                    offset = other.Offset + Aligned(other.Floats);
            }
            placed.Add(buffer with { Offset = offset });
            total = Math.Max(total, offset + Aligned(buffer.Floats));
        }
        placed.Sort((a, b) => a.FirstUse != b.FirstUse ? a.FirstUse.CompareTo(b.FirstUse) : string.CompareOrdinal(a.Field, b.Field));
        return (placed, total);
    }

    public static int Aligned(int floats) => (floats + Alignment - 1) / Alignment * Alignment;

    private static List<PlannedBuffer> SortedByOffset(List<PlannedBuffer> buffers)
    {
        var sorted = new List<PlannedBuffer>(buffers);
        sorted.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        return sorted;
    }
}
