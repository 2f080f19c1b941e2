namespace Recipes;

/// <summary>The domain of each example: an index in [0, domains). Given by a column of the data.</summary>
/// <remarks>A formula uses it to pick from a row over the domains, in <c>OneHot(d)</c>, <c>Same(d)</c> and <c>MeanBy(x, d)</c>.</remarks>
public readonly struct Domain
{
    private readonly int[]? _indices;

    /// <summary>One domain for each example.</summary>
    /// <param name="indices">The domains [batch].</param>
    /// <param name="count">How many domains there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is not in [0, count).</exception>
    public Domain(int[] indices, int count)
    {
        ArgumentNullException.ThrowIfNull(indices);
        foreach (var index in indices)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(indices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count, nameof(indices));
        }

        (_indices, Count) = ([.. indices], count);
    }

    /// <summary>How many domains there are.</summary>
    public int Count { get; }

    /// <summary>For how many examples there is one.</summary>
    public int Length => Indices.Length;

    /// <summary>The domain of an example.</summary>
    public int this[int example] => Indices[example];

    internal int[] Indices => _indices ?? [0];

    /// <summary>The domain as a position on the axis of the domains.</summary>
    public static implicit operator Position<Domains>(Domain domain) => new(domain._indices);

    /// <summary>The domains, for a debugger.</summary>
    public override string ToString() => "[" + string.Join(", ", Indices) + "]";
}
