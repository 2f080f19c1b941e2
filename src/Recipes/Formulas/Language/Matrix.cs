namespace Recipes;

/// <summary>A matrix of a formula, one for the whole batch: a covariance, a product of learned matrices.</summary>
/// <remarks>Made by <c>Gram</c> and the functions of matrices. The four operations and the elementwise functions go by cells.</remarks>
/// <param name="cells">The numbers: row after row.</param>
/// <typeparam name="TRow">The axis of its rows.</typeparam>
/// <typeparam name="TColumn">The axis of its columns.</typeparam>
public readonly struct Matrix<TRow, TColumn>(Row<Cell<TRow, TColumn>> cells) : IRow<Cell<TRow, TColumn>>
    where TRow : IAxis
    where TColumn : IAxis
{
    private readonly Row<Cell<TRow, TColumn>> _cells = cells;

    /// <summary>The number in a row and column. For reading results; no part of the formula language.</summary>
    public double this[int row, int column] => _cells[row, column];

    Values IRow<Cell<TRow, TColumn>>.Values => _cells.Values;

    /// <summary>The numbers [rows · columns], row after row, a copy.</summary>
    public double[] ToArray() => _cells.ToArray();

    public static implicit operator Matrix<TRow, TColumn>(double[,] rows) => new(rows);
    public static implicit operator Matrix<TRow, TColumn>(Row<Cell<TRow, TColumn>> cells) => new(cells);
    public static implicit operator Row<Cell<TRow, TColumn>>(Matrix<TRow, TColumn> matrix) => matrix._cells;

    public static Matrix<TRow, TColumn> operator +(Matrix<TRow, TColumn> a) => new(a._cells);
    public static Matrix<TRow, TColumn> operator -(Matrix<TRow, TColumn> a) => new(-a._cells);
    public static Matrix<TRow, TColumn> operator +(Matrix<TRow, TColumn> a, Row<Cell<TRow, TColumn>> b) => new(a._cells + b);
    public static Matrix<TRow, TColumn> operator -(Matrix<TRow, TColumn> a, Row<Cell<TRow, TColumn>> b) => new(a._cells - b);
    public static Matrix<TRow, TColumn> operator *(Matrix<TRow, TColumn> a, Row<Cell<TRow, TColumn>> b) => new(a._cells * b);
    public static Matrix<TRow, TColumn> operator /(Matrix<TRow, TColumn> a, Row<Cell<TRow, TColumn>> b) => new(a._cells / b);
    public static Matrix<TRow, TColumn> operator +(Matrix<TRow, TColumn> a, Scalar b) => new(a._cells + b);
    public static Matrix<TRow, TColumn> operator -(Matrix<TRow, TColumn> a, Scalar b) => new(a._cells - b);
    public static Matrix<TRow, TColumn> operator *(Matrix<TRow, TColumn> a, Scalar b) => new(a._cells * b);
    public static Matrix<TRow, TColumn> operator /(Matrix<TRow, TColumn> a, Scalar b) => new(a._cells / b);
    public static Matrix<TRow, TColumn> operator +(Scalar a, Matrix<TRow, TColumn> b) => new(a + b._cells);
    public static Matrix<TRow, TColumn> operator -(Scalar a, Matrix<TRow, TColumn> b) => new(a - b._cells);
    public static Matrix<TRow, TColumn> operator *(Scalar a, Matrix<TRow, TColumn> b) => new(a * b._cells);
    public static Matrix<TRow, TColumn> operator /(Scalar a, Matrix<TRow, TColumn> b) => new(a / b._cells);

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _cells.ToString();
}
