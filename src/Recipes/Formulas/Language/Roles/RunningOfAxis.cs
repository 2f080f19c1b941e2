namespace Recipes;

/// <summary>A row that is kept for the whole run. Passed <c>ref</c>; what is assigned is its value in the next step.</summary>
/// <remarks>Start value: <see cref="InitialAttribute"/> at every position, else 0. What is assigned must not vary between examples: reduce over the batch first. No gradient flows through it.</remarks>
/// <param name="row">The numbers.</param>
/// <typeparam name="TAxis">What it runs over.</typeparam>
public readonly struct Running<TAxis>(Row<TAxis> row) : IRow<TAxis>
    where TAxis : IAxis
{
    private readonly Row<TAxis> _row = row;

    /// <inheritdoc cref="Row{TAxis}.Count"/>
    public double Count => _row.Count;

    /// <inheritdoc cref="Row{TAxis}.Rows"/>
    public int Rows => _row.Rows;

    /// <inheritdoc cref="Row{TAxis}.this[Position{TAxis}]"/>
    public Scalar this[Position<TAxis> position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int]"/>
    public double this[int position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int, int]"/>
    public double this[int example, int position] => _row[example, position];

    Values IRow<TAxis>.Values => _row.Values;

    public static implicit operator Running<TAxis>(double[] row) => new(row);
    public static implicit operator Running<TAxis>(double[,] rows) => new(rows);
    public static implicit operator Running<TAxis>(Row<TAxis> row) => new(new Row<TAxis>(DetachedValues.Of(row.Values)));
    public static implicit operator Row<TAxis>(Running<TAxis> role) => role._row;

    public static Row<TAxis> operator +(Running<TAxis> a) => a._row;
    public static Row<TAxis> operator -(Running<TAxis> a) => -a._row;
    public static Row<TAxis> operator +(Running<TAxis> a, Row<TAxis> b) => a._row + b;
    public static Row<TAxis> operator -(Running<TAxis> a, Row<TAxis> b) => a._row - b;
    public static Row<TAxis> operator *(Running<TAxis> a, Row<TAxis> b) => a._row * b;
    public static Row<TAxis> operator /(Running<TAxis> a, Row<TAxis> b) => a._row / b;
    public static Row<TAxis> operator +(Running<TAxis> a, Scalar b) => a._row + b;
    public static Row<TAxis> operator -(Running<TAxis> a, Scalar b) => a._row - b;
    public static Row<TAxis> operator *(Running<TAxis> a, Scalar b) => a._row * b;
    public static Row<TAxis> operator /(Running<TAxis> a, Scalar b) => a._row / b;
    public static Row<TAxis> operator +(Scalar a, Running<TAxis> b) => a + b._row;
    public static Row<TAxis> operator -(Scalar a, Running<TAxis> b) => a - b._row;
    public static Row<TAxis> operator *(Scalar a, Running<TAxis> b) => a * b._row;
    public static Row<TAxis> operator /(Scalar a, Running<TAxis> b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
