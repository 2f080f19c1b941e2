namespace Recipes;

/// <summary>How many train rows each class has, after selection and before sampling: [classes].</summary>
/// <remarks>The same for all examples; no gradient.</remarks>
/// <param name="row">The numbers.</param>
public readonly struct ClassCounts(Row<Class> row) : IRow<Class>
{
    private readonly Row<Class> _row = row;

    /// <inheritdoc cref="Row{TAxis}.Count"/>
    public double Count => _row.Count;

    /// <inheritdoc cref="Row{TAxis}.Rows"/>
    public int Rows => _row.Rows;

    /// <inheritdoc cref="Row{TAxis}.this[Position{TAxis}]"/>
    public Scalar this[Position<Class> position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int]"/>
    public double this[int position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int, int]"/>
    public double this[int example, int position] => _row[example, position];

    Values IRow<Class>.Values => _row.Values;

    public static implicit operator ClassCounts(double[] row) => new(row);
    public static implicit operator ClassCounts(double[,] rows) => new(rows);
    public static implicit operator ClassCounts(Row<Class> row) => new(row);
    public static implicit operator Row<Class>(ClassCounts role) => role._row;

    public static Row<Class> operator +(ClassCounts a) => a._row;
    public static Row<Class> operator -(ClassCounts a) => -a._row;
    public static Row<Class> operator +(ClassCounts a, Row<Class> b) => a._row + b;
    public static Row<Class> operator -(ClassCounts a, Row<Class> b) => a._row - b;
    public static Row<Class> operator *(ClassCounts a, Row<Class> b) => a._row * b;
    public static Row<Class> operator /(ClassCounts a, Row<Class> b) => a._row / b;
    public static Row<Class> operator +(ClassCounts a, Scalar b) => a._row + b;
    public static Row<Class> operator -(ClassCounts a, Scalar b) => a._row - b;
    public static Row<Class> operator *(ClassCounts a, Scalar b) => a._row * b;
    public static Row<Class> operator /(ClassCounts a, Scalar b) => a._row / b;
    public static Row<Class> operator +(Scalar a, ClassCounts b) => a + b._row;
    public static Row<Class> operator -(Scalar a, ClassCounts b) => a - b._row;
    public static Row<Class> operator *(Scalar a, ClassCounts b) => a * b._row;
    public static Row<Class> operator /(Scalar a, ClassCounts b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
