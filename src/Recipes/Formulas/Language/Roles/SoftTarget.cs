namespace Recipes;

/// <summary>What each example is said to be: a probability for each class, summing to 1: [batch, classes].</summary>
/// <remarks>Given by the data (<c>soft labels</c>); no gradient.</remarks>
/// <param name="row">The numbers.</param>
public readonly struct SoftTarget(Row<Class> row) : IRow<Class>
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

    public static implicit operator SoftTarget(double[] row) => new(row);
    public static implicit operator SoftTarget(double[,] rows) => new(rows);
    public static implicit operator SoftTarget(Row<Class> row) => new(row);
    public static implicit operator Row<Class>(SoftTarget role) => role._row;

    public static Row<Class> operator +(SoftTarget a) => a._row;
    public static Row<Class> operator -(SoftTarget a) => -a._row;
    public static Row<Class> operator +(SoftTarget a, Row<Class> b) => a._row + b;
    public static Row<Class> operator -(SoftTarget a, Row<Class> b) => a._row - b;
    public static Row<Class> operator *(SoftTarget a, Row<Class> b) => a._row * b;
    public static Row<Class> operator /(SoftTarget a, Row<Class> b) => a._row / b;
    public static Row<Class> operator +(SoftTarget a, Scalar b) => a._row + b;
    public static Row<Class> operator -(SoftTarget a, Scalar b) => a._row - b;
    public static Row<Class> operator *(SoftTarget a, Scalar b) => a._row * b;
    public static Row<Class> operator /(SoftTarget a, Scalar b) => a._row / b;
    public static Row<Class> operator +(Scalar a, SoftTarget b) => a + b._row;
    public static Row<Class> operator -(Scalar a, SoftTarget b) => a - b._row;
    public static Row<Class> operator *(Scalar a, SoftTarget b) => a * b._row;
    public static Row<Class> operator /(Scalar a, SoftTarget b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
