namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>The sum over the output units of the tensor. For formulas over <c>Row&lt;Incoming&gt;</c>.</summary>
    public static Scalar UnitSum(Scalar x) => new(OverUnits(x.Values, RowFunctions.Sum));

    /// <inheritdoc cref="UnitSum(Scalar)"/>
    public static Row<TAxis> UnitSum<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(OverUnits(x.Values, RowFunctions.Sum));

    /// <summary>The mean over the output units of the tensor. For formulas over <c>Row&lt;Incoming&gt;</c>.</summary>
    public static Scalar UnitMean(Scalar x) => new(MeanOverExamples(x.Values));

    /// <inheritdoc cref="UnitMean(Scalar)"/>
    public static Row<TAxis> UnitMean<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(MeanOverExamples(x.Values));

    /// <summary>The greatest over the output units of the tensor; NaN if one is. For formulas over <c>Row&lt;Incoming&gt;</c>.</summary>
    public static Scalar UnitMax(Scalar x) => new(OverUnits(x.Values, RowFunctions.Max));

    /// <inheritdoc cref="UnitMax(Scalar)"/>
    public static Row<TAxis> UnitMax<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(OverUnits(x.Values, RowFunctions.Max));

    /// <summary>The number of output units of the tensor. For formulas over <c>Row&lt;Incoming&gt;</c>.</summary>
    public static Scalar UnitCount(IRow<Incoming> x) => x.Values.Rows;

    /// <summary>The sum over all parameters of the model. For formulas over single elements.</summary>
    public static Scalar ModelSum(Scalar x) => RowFunctions.Sum(x.Values.Cells);

    /// <summary>a·X + b·(X·Xᵀ)·X + c·(X·Xᵀ)²·X: an odd polynomial of the singular values of a tensor's matrix X [units, incoming].</summary>
    /// <remarks>Its iteration is that of Newton and Schulz, which brings all singular values towards 1.</remarks>
    /// <param name="x">The matrix X, a row for each unit.</param>
    /// <param name="a">The factor of the singular value.</param>
    /// <param name="b">The factor of its third power.</param>
    /// <param name="c">The factor of its fifth power.</param>
    public static Row<Incoming> OddPolynomial(IRow<Incoming> x, Scalar a, Scalar b, Scalar c)
    {
        var (units, incoming) = (x.Values.Rows, x.Values.Width);
        var gram = Products(units, units, incoming, (i, k) => x.Values[i, k], (k, j) => x.Values[j, k]);
        var square = Products(units, units, units, (i, k) => gram[i * units + k], (k, j) => gram[k * units + j]);
        var (first, third, fifth) = ((double)a, (double)b, (double)c);
        var factor = new double[units * units];
        for (var i = 0; i < factor.Length; i++)
            factor[i] = (i % (units + 1) == 0 ? first : 0) + third * gram[i] + fifth * square[i];
        return new(new Values(Products(units, incoming, units, (i, k) => factor[i * units + k], (k, j) => x.Values[k, j]), units, incoming));
    }

    private static double[] Products(int rows, int columns, int terms, Func<int, int, double> left, Func<int, int, double> right)
    {
        var cells = new double[rows * columns];
        for (var i = 0; i < cells.Length; i++)
            for (var k = 0; k < terms; k++)
                cells[i] += left(i / columns, k) * right(k, i % columns);
        return cells;
    }

    private static Values OverUnits(Values x, Values.Reduction reduction)
    {
        var result = new double[System.Math.Max(1, x.Width)];
        for (var column = 0; column < result.Length; column++)
        {
            var numbers = new double[x.Rows];
            for (var row = 0; row < numbers.Length; row++)
                numbers[row] = x[row, column];
            result[column] = reduction(numbers);
        }
        return new(result, 1, x.Width);
    }
}
