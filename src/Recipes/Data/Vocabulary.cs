namespace Recipes;

/// <summary>The names that the train rows have for something (classes, groups, domains), in their dataset's order; what other rows have is looked up in it.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    /// <param name="names">The dataset's names.</param>
    /// <param name="indices">For each row of the dataset an index into the names.</param>
    /// <param name="rows">The train rows.</param>
    public Vocabulary(IReadOnlyList<string> names, ReadOnlySpan<int> indices, ReadOnlySpan<int> rows)
    {
        var present = new bool[names.Count];
        foreach (int row in rows) present[indices[row]] = true;
        var found = new List<string>();
        for (int i = 0; i < present.Length; i++)
        {
            if (!present[i]) continue;
            _indices.Add(names[i], found.Count);
            found.Add(names[i]);
        }
        Names = found.AsReadOnly();
    }

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What some rows of a dataset have, and how often.</summary>
    /// <param name="names">The dataset's names.</param>
    /// <param name="indices">For each row of the dataset an index into the names.</param>
    /// <param name="rows">The rows.</param>
    public RowCategories Of(IReadOnlyList<string> names, ReadOnlySpan<int> indices, ReadOnlySpan<int> rows)
    {
        var own = new int[names.Count];
        for (int i = 0; i < own.Length; i++) own[i] = _indices.GetValueOrDefault(names[i], SplitRows.Unseen);
        var found = new int[rows.Length];
        var counts = new int[Names.Count];
        int unseen = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            found[i] = own[indices[rows[i]]];
            if (found[i] == SplitRows.Unseen) unseen++;
            else counts[found[i]]++;
        }
        return new RowCategories(Names, found, counts, unseen);
    }
}
