namespace Recipes;

/// <summary>Which class, group or domain each row of a role has; immutable. The names are those that train rows have.</summary>
public sealed class RowCategories
{
    private readonly int[] _indices;
    private readonly int[] _counts;

    internal RowCategories(IReadOnlyList<string> names, int[] indices, int[] counts, int unseenCount)
    {
        Names = names;
        _indices = indices;
        _counts = counts;
        UnseenCount = unseenCount;
    }

    /// <summary>The names that train rows have.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>For every row an index into <see cref="Names"/>, or <see cref="SplitRows.Unseen"/>, [rows].</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>Rows of each, [names]; rows with an unseen one are not among them.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Rows with one that no train row has.</summary>
    public int UnseenCount { get; }

    internal ReadOnlyMemory<int> IndexMemory => _indices;

    internal ReadOnlyMemory<int> CountMemory => _counts;
}
