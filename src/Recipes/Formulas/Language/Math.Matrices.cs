namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>Σ over the examples of the batch of a · bᵀ: divided by the batch size, a covariance of centred rows.</summary>
    public static Matrix<TRow, TColumn> Gram<TRow, TColumn>(IRow<TRow> a, IRow<TColumn> b)
        where TRow : IAxis
        where TColumn : IAxis
    {
        var (rows, columns) = (a.Values.Width, b.Values.Width);
        var cells = new double[rows * columns];
        for (var i = 0; i < Values.CommonRows(a.Values.Rows, b.Values.Rows); i++)
            for (var k = 0; k < cells.Length; k++)
                cells[k] += a.Values[i, k / columns] * b.Values[i, k % columns];
        return new Row<Cell<TRow, TColumn>>(new Values(cells, rows, columns));
    }

    /// <summary>For each example the matrix times its row: one number for each row of the matrix.</summary>
    public static Row<TRow> Product<TRow, TColumn>(IRow<Cell<TRow, TColumn>> matrix, IRow<TColumn> x)
        where TRow : IAxis
        where TColumn : IAxis
    {
        var (rows, columns) = (matrix.Values.Rows, matrix.Values.Width);
        var cells = new double[x.Values.Rows * rows];
        for (var i = 0; i < cells.Length; i++)
            for (var k = 0; k < columns; k++)
                cells[i] += matrix.Values[i % rows, k] * x.Values[i / rows, k];
        return new(new Values(cells, x.Values.Rows, rows));
    }

    /// <summary>The product of two matrices.</summary>
    public static Matrix<TAxis, TAxis> Multiply<TAxis>(IRow<Cell<TAxis, TAxis>> a, IRow<Cell<TAxis, TAxis>> b)
        where TAxis : IAxis
    {
        var n = a.Values.Rows;
        var cells = new double[n * n];
        for (var i = 0; i < cells.Length; i++)
            for (var k = 0; k < n; k++)
                cells[i] += a.Values[i / n, k] * b.Values[k, i % n];
        return Square<TAxis>(cells, n);
    }

    /// <summary>The transposed matrix.</summary>
    public static Matrix<TAxis, TAxis> Transpose<TAxis>(IRow<Cell<TAxis, TAxis>> matrix)
        where TAxis : IAxis
    {
        var n = matrix.Values.Rows;
        var cells = new double[n * n];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = matrix.Values[i % n, i / n];
        return Square<TAxis>(cells, n);
    }

    /// <summary>1 on the diagonal and 0 elsewhere.</summary>
    /// <param name="like">A matrix of the same size.</param>
    public static Matrix<TAxis, TAxis> Identity<TAxis>(IRow<Cell<TAxis, TAxis>> like)
        where TAxis : IAxis
    {
        var n = like.Values.Rows;
        var cells = new double[n * n];
        for (var i = 0; i < n; i++)
            cells[i * (n + 1)] = 1;
        return Square<TAxis>(cells, n);
    }

    /// <summary>The sum of all numbers of the matrix.</summary>
    public static Scalar Total<TRow, TColumn>(IRow<Cell<TRow, TColumn>> matrix)
        where TRow : IAxis
        where TColumn : IAxis => RowFunctions.Sum(matrix.Values.Cells);

    /// <summary>The sum of each row of the matrix.</summary>
    public static Row<TRow> RowSums<TRow, TColumn>(IRow<Cell<TRow, TColumn>> matrix)
        where TRow : IAxis
        where TColumn : IAxis => new(matrix.Values.Reduce(RowFunctions.Sum).Cells.ToArray());

    /// <summary>The matrix with its k-th row multiplied by the k-th number.</summary>
    public static Matrix<TRow, TColumn> ScaleRows<TRow, TColumn>(IRow<Cell<TRow, TColumn>> matrix, IRow<TRow> factors)
        where TRow : IAxis
        where TColumn : IAxis => new Row<Cell<TRow, TColumn>>(Values.Zip(matrix.Values, new Values([.. factors.Values.Cells], factors.Values.Width, 0), (x, y) => x * y));

    /// <summary>The matrix with its k-th column multiplied by the k-th number.</summary>
    public static Matrix<TRow, TColumn> ScaleColumns<TRow, TColumn>(IRow<Cell<TRow, TColumn>> matrix, IRow<TColumn> factors)
        where TRow : IAxis
        where TColumn : IAxis => new Row<Cell<TRow, TColumn>>(Values.Zip(matrix.Values, factors.Values, (x, y) => x * y));

    /// <summary>The numbers on the diagonal.</summary>
    public static Row<TAxis> Diagonal<TAxis>(IRow<Cell<TAxis, TAxis>> matrix)
        where TAxis : IAxis => new([.. Enumerable.Range(0, matrix.Values.Rows).Select(i => matrix.Values[i, i])]);

    /// <summary>For each example the probabilities of its observed label given each true class.</summary>
    public static Row<Class> Observed(Transition transition, Label y)
    {
        var t = ((IRow<Cell<Class, Class>>)transition).Values;
        var cells = new double[y.Length * t.Width];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = t[y[i / t.Width], i % t.Width];
        return new(new Values(cells, y.Length, t.Width));
    }

    private static Matrix<TAxis, TAxis> Square<TAxis>(double[] cells, int n)
        where TAxis : IAxis => new Row<Cell<TAxis, TAxis>>(new Values(cells, n, n));
}
