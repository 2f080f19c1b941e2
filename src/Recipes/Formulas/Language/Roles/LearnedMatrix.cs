namespace Recipes;

/// <summary>A matrix that is trained with the network, by the same optimizer: prototypes, a projection.</summary>
/// <remarks>Drawn like the weight of a dense layer from as many features as it has columns. Its shape follows from its axes.</remarks>
/// <param name="cells">The numbers: row after row.</param>
/// <typeparam name="TRow">The axis of its rows.</typeparam>
/// <typeparam name="TColumn">The axis of its columns.</typeparam>
public readonly struct LearnedMatrix<TRow, TColumn>(Row<Cell<TRow, TColumn>> cells) : IRow<Cell<TRow, TColumn>>
    where TRow : IAxis
    where TColumn : IAxis
{
    private readonly Row<Cell<TRow, TColumn>> _cells = cells;

    /// <summary>The number in a row and column. For reading results; no part of the formula language.</summary>
    public double this[int row, int column] => _cells[row, column];

    Values IRow<Cell<TRow, TColumn>>.Values => _cells.Values;

    /// <summary>The numbers [rows · columns], row after row, a copy.</summary>
    public double[] ToArray() => _cells.ToArray();

    public static implicit operator LearnedMatrix<TRow, TColumn>(double[,] rows) => new(rows);
    public static implicit operator LearnedMatrix<TRow, TColumn>(Row<Cell<TRow, TColumn>> cells) => new(cells);
    public static implicit operator Row<Cell<TRow, TColumn>>(LearnedMatrix<TRow, TColumn> matrix) => matrix._cells;
    public static implicit operator Matrix<TRow, TColumn>(LearnedMatrix<TRow, TColumn> matrix) => new(matrix._cells);

    public static Matrix<TRow, TColumn> operator +(LearnedMatrix<TRow, TColumn> a) => new(a._cells);
    public static Matrix<TRow, TColumn> operator -(LearnedMatrix<TRow, TColumn> a) => new(-a._cells);
    public static Matrix<TRow, TColumn> operator +(LearnedMatrix<TRow, TColumn> a, Row<Cell<TRow, TColumn>> b) => new(a._cells + b);
    public static Matrix<TRow, TColumn> operator -(LearnedMatrix<TRow, TColumn> a, Row<Cell<TRow, TColumn>> b) => new(a._cells - b);
    public static Matrix<TRow, TColumn> operator *(LearnedMatrix<TRow, TColumn> a, Row<Cell<TRow, TColumn>> b) => new(a._cells * b);
    public static Matrix<TRow, TColumn> operator /(LearnedMatrix<TRow, TColumn> a, Row<Cell<TRow, TColumn>> b) => new(a._cells / b);
    public static Matrix<TRow, TColumn> operator +(LearnedMatrix<TRow, TColumn> a, Scalar b) => new(a._cells + b);
    public static Matrix<TRow, TColumn> operator -(LearnedMatrix<TRow, TColumn> a, Scalar b) => new(a._cells - b);
    public static Matrix<TRow, TColumn> operator *(LearnedMatrix<TRow, TColumn> a, Scalar b) => new(a._cells * b);
    public static Matrix<TRow, TColumn> operator /(LearnedMatrix<TRow, TColumn> a, Scalar b) => new(a._cells / b);
    public static Matrix<TRow, TColumn> operator +(Scalar a, LearnedMatrix<TRow, TColumn> b) => new(a + b._cells);
    public static Matrix<TRow, TColumn> operator -(Scalar a, LearnedMatrix<TRow, TColumn> b) => new(a - b._cells);
    public static Matrix<TRow, TColumn> operator *(Scalar a, LearnedMatrix<TRow, TColumn> b) => new(a * b._cells);
    public static Matrix<TRow, TColumn> operator /(Scalar a, LearnedMatrix<TRow, TColumn> b) => new(a / b._cells);

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _cells.ToString();
}
