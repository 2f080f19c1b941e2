namespace Recipes;

/// <summary>How labels are corrupted: the probability of each observed class (rows) given each true class (columns).</summary>
/// <remarks>Given by the app; no gradient. <c>Observed(t, y)</c> is its row for the observed label.</remarks>
/// <param name="cells">The numbers: row after row.</param>
public readonly struct Transition(Row<Cell<Class, Class>> cells) : IRow<Cell<Class, Class>>
{
    private readonly Row<Cell<Class, Class>> _cells = cells;

    /// <summary>The number in a row and column. For reading results; no part of the formula language.</summary>
    public double this[int row, int column] => _cells[row, column];

    Values IRow<Cell<Class, Class>>.Values => _cells.Values;

    /// <summary>The numbers [rows · columns], row after row, a copy.</summary>
    public double[] ToArray() => _cells.ToArray();

    public static implicit operator Transition(double[,] rows) => new(rows);
    public static implicit operator Transition(Row<Cell<Class, Class>> cells) => new(cells);
    public static implicit operator Row<Cell<Class, Class>>(Transition matrix) => matrix._cells;
    public static implicit operator Matrix<Class, Class>(Transition matrix) => new(matrix._cells);

    public static Matrix<Class, Class> operator +(Transition a) => new(a._cells);
    public static Matrix<Class, Class> operator -(Transition a) => new(-a._cells);
    public static Matrix<Class, Class> operator +(Transition a, Row<Cell<Class, Class>> b) => new(a._cells + b);
    public static Matrix<Class, Class> operator -(Transition a, Row<Cell<Class, Class>> b) => new(a._cells - b);
    public static Matrix<Class, Class> operator *(Transition a, Row<Cell<Class, Class>> b) => new(a._cells * b);
    public static Matrix<Class, Class> operator /(Transition a, Row<Cell<Class, Class>> b) => new(a._cells / b);
    public static Matrix<Class, Class> operator +(Transition a, Scalar b) => new(a._cells + b);
    public static Matrix<Class, Class> operator -(Transition a, Scalar b) => new(a._cells - b);
    public static Matrix<Class, Class> operator *(Transition a, Scalar b) => new(a._cells * b);
    public static Matrix<Class, Class> operator /(Transition a, Scalar b) => new(a._cells / b);
    public static Matrix<Class, Class> operator +(Scalar a, Transition b) => new(a + b._cells);
    public static Matrix<Class, Class> operator -(Scalar a, Transition b) => new(a - b._cells);
    public static Matrix<Class, Class> operator *(Scalar a, Transition b) => new(a * b._cells);
    public static Matrix<Class, Class> operator /(Scalar a, Transition b) => new(a / b._cells);

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _cells.ToString();
}
