namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>The inverse of a square matrix. It should be far from singular: add a multiple of <c>Identity</c> to a covariance.</summary>
    public static Matrix<TAxis, TAxis> Inverse<TAxis>(IRow<Cell<TAxis, TAxis>> matrix)
        where TAxis : IAxis
    {
        var (n, a) = (matrix.Values.Rows, Cells(matrix));
        var inverse = new double[n * n];
        SmallSystems.Invert(a, inverse, n);
        return Square<TAxis>(inverse, n);
    }

    /// <summary>log |det| of a square matrix.</summary>
    public static Scalar LogDeterminant<TAxis>(IRow<Cell<TAxis, TAxis>> matrix)
        where TAxis : IAxis => SmallSystems.LogDeterminant(Cells(matrix), matrix.Values.Rows);

    /// <summary>The eigenvalues of a symmetric matrix, the greatest first. The gradient takes them to differ from each other.</summary>
    public static Row<TAxis> Eigenvalues<TAxis>(IRow<Cell<TAxis, TAxis>> matrix)
        where TAxis : IAxis => new(SmallSystems.Eigenvalues(Cells(matrix), matrix.Values.Rows));

    private static double[] Cells<TAxis>(IRow<Cell<TAxis, TAxis>> matrix)
        where TAxis : IAxis => matrix.Values.Cells.ToArray();
}
