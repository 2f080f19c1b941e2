namespace Recipes;

/// <summary>A row over the classes that is kept for each train row. Passed <c>ref</c>; what is assigned is kept until the row is drawn again.</summary>
/// <remarks>Start value: <see cref="InitialAttribute"/>, else 0. No gradient flows through it.</remarks>
/// <param name="row">The numbers.</param>
public readonly struct Memory(Row<Class> row) : IRow<Class>
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

    public static implicit operator Memory(double[] row) => new(row);
    public static implicit operator Memory(double[,] rows) => new(rows);
    public static implicit operator Memory(Row<Class> row) => new(new Row<Class>(DetachedValues.Of(row.Values)));
    public static implicit operator Row<Class>(Memory role) => role._row;

    public static Row<Class> operator +(Memory a) => a._row;
    public static Row<Class> operator -(Memory a) => -a._row;
    public static Row<Class> operator +(Memory a, Row<Class> b) => a._row + b;
    public static Row<Class> operator -(Memory a, Row<Class> b) => a._row - b;
    public static Row<Class> operator *(Memory a, Row<Class> b) => a._row * b;
    public static Row<Class> operator /(Memory a, Row<Class> b) => a._row / b;
    public static Row<Class> operator +(Memory a, Scalar b) => a._row + b;
    public static Row<Class> operator -(Memory a, Scalar b) => a._row - b;
    public static Row<Class> operator *(Memory a, Scalar b) => a._row * b;
    public static Row<Class> operator /(Memory a, Scalar b) => a._row / b;
    public static Row<Class> operator +(Scalar a, Memory b) => a + b._row;
    public static Row<Class> operator -(Scalar a, Memory b) => a - b._row;
    public static Row<Class> operator *(Scalar a, Memory b) => a * b._row;
    public static Row<Class> operator /(Scalar a, Memory b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
