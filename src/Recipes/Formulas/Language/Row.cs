namespace Recipes;

/// <summary>A row of numbers of a formula: one row for each example, or one for all of them.</summary>
/// <remarks>The default is 0 at every position. Rows over different axes do not mix.</remarks>
/// <typeparam name="TAxis">What the row runs over: <see cref="Class"/>, <see cref="Feature"/>, <see cref="Element"/>.</typeparam>
public readonly struct Row<TAxis> : IRow<TAxis>
    where TAxis : IAxis
{
    internal Row(Values values) => Values = values;

    /// <summary>One row, the same for all examples.</summary>
    /// <param name="row">The numbers [axis]; copied.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public Row(double[] row)
        : this(Values.OfRow(row))
    {
    }

    /// <summary>One row for each example.</summary>
    /// <param name="rows">The numbers [batch, axis]; copied.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public Row(double[,] rows)
        : this(Values.OfRows(rows))
    {
    }

    /// <summary>One row for each example.</summary>
    /// <param name="rows">The numbers [batch][axis]; copied.</param>
    /// <exception cref="ArgumentException">There are none, or the rows differ in length.</exception>
    public Row(double[][] rows)
        : this(Values.OfRows(rows))
    {
    }

    /// <summary>How many positions the axis has. A double, so that <c>1 / row.Count</c> is what it looks like.</summary>
    public double Count => Values.Width;

    /// <summary>How many rows it holds: 1, or the size of the batch.</summary>
    public int Rows => Values.Rows;

    /// <summary>Each example's number at a position, for example at its label: <c>z[y]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The row is shorter.</exception>
    public Scalar this[Position<TAxis> position] => new(Values.Pick(position.Indices));

    /// <summary>The number at a position of the first row. For reading results; no part of the formula language.</summary>
    public double this[int position] => this[0, position];

    /// <summary>The number of an example at a position. For reading results; no part of the formula language.</summary>
    public double this[int example, int position] => Values.Cells.Slice(example * Values.Width, Values.Width)[position];

    internal Values Values { get; }

    Values IRow<TAxis>.Values => Values;

    /// <summary>The numbers [batch · axis], row after row, a copy.</summary>
    public double[] ToArray() => Values.Cells.ToArray();

    public static implicit operator Row<TAxis>(double[] row) => new(row);
    public static implicit operator Row<TAxis>(double[,] rows) => new(rows);

    public static Row<TAxis> operator +(Row<TAxis> a) => a;
    public static Row<TAxis> operator -(Row<TAxis> a) => new(a.Values.Map(x => -x));
    public static Row<TAxis> operator +(Row<TAxis> a, Row<TAxis> b) => Sum(a.Values, b.Values);
    public static Row<TAxis> operator -(Row<TAxis> a, Row<TAxis> b) => Difference(a.Values, b.Values);
    public static Row<TAxis> operator *(Row<TAxis> a, Row<TAxis> b) => Product(a.Values, b.Values);
    public static Row<TAxis> operator /(Row<TAxis> a, Row<TAxis> b) => Quotient(a.Values, b.Values);
    public static Row<TAxis> operator +(Row<TAxis> a, Scalar b) => Sum(a.Values, b.Values);
    public static Row<TAxis> operator -(Row<TAxis> a, Scalar b) => Difference(a.Values, b.Values);
    public static Row<TAxis> operator *(Row<TAxis> a, Scalar b) => Product(a.Values, b.Values);
    public static Row<TAxis> operator /(Row<TAxis> a, Scalar b) => Quotient(a.Values, b.Values);
    public static Row<TAxis> operator +(Scalar a, Row<TAxis> b) => Sum(a.Values, b.Values);
    public static Row<TAxis> operator -(Scalar a, Row<TAxis> b) => Difference(a.Values, b.Values);
    public static Row<TAxis> operator *(Scalar a, Row<TAxis> b) => Product(a.Values, b.Values);
    public static Row<TAxis> operator /(Scalar a, Row<TAxis> b) => Quotient(a.Values, b.Values);

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => Values.ToString();

    private static Row<TAxis> Sum(Values a, Values b) => new(Values.Zip(a, b, (x, y) => x + y));

    private static Row<TAxis> Difference(Values a, Values b) => new(Values.Zip(a, b, (x, y) => x - y));

    private static Row<TAxis> Product(Values a, Values b) => new(Values.Zip(a, b, (x, y) => x * y));

    private static Row<TAxis> Quotient(Values a, Values b) => new(Values.Zip(a, b, (x, y) => x / y));
}
