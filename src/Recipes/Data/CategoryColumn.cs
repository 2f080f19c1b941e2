namespace Recipes;

/// <summary>Which of a few named things each row belongs to, such as its group or its domain; immutable.</summary>
public sealed class CategoryColumn
{
    private readonly int[] _indices;

    private CategoryColumn(string[] names, int[] indices)
    {
        Names = Array.AsReadOnly(names);
        _indices = indices;
    }

    /// <summary>The names, in numerical order if all are numbers, else in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>For every row an index into <see cref="Names"/>, [rows].</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>Makes the column of what was collected row by row.</summary>
    internal static CategoryColumn Of(LabelSet set)
    {
        (string[] names, int[] indices) = set.Order();
        return new CategoryColumn(names, indices);
    }

    internal void AddTo(ContentHasher hasher, string purpose) => hasher.Add(purpose).Add(Names).Add(_indices);
}
