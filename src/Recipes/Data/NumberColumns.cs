namespace Recipes;

/// <summary>Numbers of each row beside its features, such as regression targets: one or more named columns, immutable.</summary>
public sealed class NumberColumns
{
    private readonly float[] _values;

    /// <summary>Takes what has been checked; the arrays are not copied.</summary>
    internal NumberColumns(string[] names, float[] values)
    {
        Names = Array.AsReadOnly(names);
        _values = values;
    }

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Columns, the numbers of a row.</summary>
    public int Width => Names.Count;

    /// <summary>All numbers, [rows, <see cref="Width"/>] row-major.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>The numbers of one row, [<see cref="Width"/>].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> Row(int row) => _values.AsSpan(checked(row * Width), Width);

    internal void AddTo(ContentHasher hasher, string purpose) => hasher.Add(purpose).Add(Names).Add(_values);
}
