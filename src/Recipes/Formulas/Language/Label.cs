namespace Recipes;

/// <summary>The true class of each example: an index in [0, classes).</summary>
/// <remarks>A formula uses it to pick from a row, <c>z[y]</c>, in <c>OneHot(y, z)</c> and in <c>MeanByLabel(x, y)</c>.</remarks>
public readonly struct Label
{
    private readonly int[]? _indices;

    /// <summary>One label.</summary>
    /// <param name="index">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public Label(int index)
        : this([index])
    {
    }

    /// <summary>One label for each example.</summary>
    /// <param name="indices">The classes [batch].</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative.</exception>
    public Label(int[] indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        foreach (var index in indices)
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(indices));
        _indices = [.. indices];
    }

    /// <summary>For how many examples there is a label.</summary>
    public int Length => Indices.Length;

    /// <summary>The label of an example.</summary>
    public int this[int example] => Indices[example];

    internal int[] Indices => _indices ?? [0];

    /// <summary>One label.</summary>
    public static implicit operator Label(int index) => new(index);

    /// <summary>One label for each example.</summary>
    public static implicit operator Label(int[] indices) => new(indices);

    /// <summary>The label as a position on the axis of the classes.</summary>
    public static implicit operator Position<Class>(Label label) => new(label._indices);

    /// <summary>The labels, for a debugger.</summary>
    public override string ToString() => "[" + string.Join(", ", Indices) + "]";
}
