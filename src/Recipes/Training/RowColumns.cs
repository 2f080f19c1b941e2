namespace Recipes.Training;

/// <summary>Takes the numbers of a split's rows out of the dataset's columns.</summary>
internal static class RowColumns
{
    /// <summary>Fills [rows, width] in the order of the rows.</summary>
    public static void Copy(NumberColumns column, SplitRows rows, Span<float> destination)
    {
        for (int row = 0; row < rows.Count; row++) column.Row(rows.SourceRow(row)).CopyTo(destination[(row * column.Width)..]);
    }
}
