namespace Recipes;

/// <summary>The group of each example: an index in [0, groups). Given by a column of the data.</summary>
/// <remarks>A formula uses it to pick from a row over the groups, in <c>OneHot(g)</c>, <c>Same(g)</c> and <c>MeanBy(x, g)</c>.</remarks>
public readonly struct Group
{
    private readonly int[]? _indices;

    /// <summary>One group for each example.</summary>
    /// <param name="indices">The groups [batch].</param>
    /// <param name="count">How many groups there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is not in [0, count).</exception>
    public Group(int[] indices, int count)
    {
        ArgumentNullException.ThrowIfNull(indices);
        foreach (var index in indices)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(indices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count, nameof(indices));
        }

        (_indices, Count) = ([.. indices], count);
    }

    /// <summary>How many groups there are.</summary>
    public int Count { get; }

    /// <summary>For how many examples there is one.</summary>
    public int Length => Indices.Length;

    /// <summary>The group of an example.</summary>
    public int this[int example] => Indices[example];

    internal int[] Indices => _indices ?? [0];

    /// <summary>The group as a position on the axis of the groups.</summary>
    public static implicit operator Position<Groups>(Group group) => new(group._indices);

    /// <summary>The groups, for a debugger.</summary>
    public override string ToString() => "[" + string.Join(", ", Indices) + "]";
}
