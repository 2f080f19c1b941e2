using System.Globalization;

namespace Recipes;

/// <summary>
/// The numbers behind every formula value: one row for all examples or one for each; a row is one number (width 0: no
/// axis) or as many as the axis is long. The default is a single 0, which goes with everything.
/// </summary>
internal readonly struct Values
{
    internal delegate double Reduction(ReadOnlySpan<double> row);

    internal delegate void RowFunction(ReadOnlySpan<double> row, Span<double> result);

    /// <summary>Whether every number is rounded to single precision as it is made: what a plain computation in floats would give.</summary>
    [ThreadStatic]
    internal static bool RoundsToSingle;

    private static readonly double[] Zero = [0];
    private readonly double[]? _cells;
    private readonly int _rows;

    internal Values(double[] cells, int rows, int width)
    {
        if (rows == 0)
            throw new ArgumentException("A formula value needs at least one number.");
        if (RoundsToSingle)
            for (var i = 0; i < cells.Length; i++)
                cells[i] = (float)cells[i];
        (_cells, _rows, Width) = (cells, rows, width);
    }

    internal int Rows => _cells is null ? 1 : _rows;

    /// <summary>Numbers along the axis; 0 without one.</summary>
    internal int Width { get; }

    internal ReadOnlySpan<double> Cells => _cells ?? Zero;

    private int Stride => Math.Max(1, Width);

    /// <summary>The number of an example and position; what lacks examples or positions has the same number for all of them.</summary>
    internal double this[int row, int column] =>
        Cells[((Rows == 1 ? 0 : row) * Stride) + (Width == 0 ? 0 : column)];

    internal static Values Of(double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return new([.. numbers], numbers.Length, 0);
    }

    internal static Values OfRow(double[] row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new([.. row], 1, Positive(row.Length));
    }

    internal static Values OfRows(double[,] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new([.. rows.Cast<double>()], rows.GetLength(0), Positive(rows.GetLength(1)));
    }

    internal static Values OfRows(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Any(row => row.Length != rows[0].Length))
            throw new ArgumentException("The rows differ in length.", nameof(rows));
        return new([.. rows.SelectMany(row => row)], rows.Length, rows.Length == 0 ? 0 : Positive(rows[0].Length));
    }

    internal Values Map(Func<double, double> function)
    {
        var result = new double[Cells.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = function(Cells[i]);
        return new(result, Rows, Width);
    }

    internal static Values Zip(Values a, Values b, Func<double, double, double> function)
    {
        var (rows, width) = (CommonRows(a.Rows, b.Rows), CommonWidth(a.Width, b.Width));
        var stride = Math.Max(1, width);
        var result = new double[rows * stride];
        for (var i = 0; i < result.Length; i++)
            result[i] = function(a[i / stride, i % stride], b[i / stride, i % stride]);
        return new(result, rows, width);
    }

    /// <summary>The numbers of <paramref name="a"/> where the condition is 1, else those of <paramref name="b"/>.</summary>
    internal static Values Choose(Values condition, Values a, Values b)
    {
        var rows = CommonRows(condition.Rows, CommonRows(a.Rows, b.Rows));
        var width = CommonWidth(condition.Width, CommonWidth(a.Width, b.Width));
        var stride = Math.Max(1, width);
        var result = new double[rows * stride];
        for (var i = 0; i < result.Length; i++)
        {
            var (row, column) = (i / stride, i % stride);
            result[i] = condition[row, column] != 0 ? a[row, column] : b[row, column];
        }
        return new(result, rows, width);
    }

    internal Values Reduce(Reduction reduction)
    {
        RequireAxis();
        var result = new double[Rows];
        for (var row = 0; row < result.Length; row++)
            result[row] = reduction(Cells.Slice(row * Width, Width));
        return new(result, Rows, 0);
    }

    internal Values MapRows(RowFunction function)
    {
        RequireAxis();
        var result = new double[Cells.Length];
        for (var row = 0; row < Rows; row++)
            function(Cells.Slice(row * Width, Width), result.AsSpan(row * Width, Width));
        return new(result, Rows, Width);
    }

    /// <summary>One number of each example's row.</summary>
    internal Values Pick(ReadOnlySpan<int> indices)
    {
        RequireAxis();
        var result = new double[CommonRows(Rows, indices.Length)];
        for (var row = 0; row < result.Length; row++)
        {
            var index = indices[indices.Length == 1 ? 0 : row];
            if (index >= Width)
                throw new ArgumentOutOfRangeException(nameof(indices), index, $"The row has {Width} numbers.");
            result[row] = this[row, index];
        }
        return new(result, result.Length, 0);
    }

    /// <summary>The mean over the examples of each group; every example gets the mean of its own group.</summary>
    internal Values MeanByGroup(ReadOnlySpan<int> groups)
    {
        var rows = CommonRows(Rows, groups.Length);
        var sums = new Dictionary<int, (double[] Sum, int Count)>();
        for (var row = 0; row < rows; row++)
        {
            var group = groups[groups.Length == 1 ? 0 : row];
            var (sum, count) = sums.GetValueOrDefault(group, (new double[Stride], 0));
            for (var column = 0; column < Stride; column++)
                sum[column] += this[row, column];
            sums[group] = (sum, count + 1);
        }
        var result = new double[rows * Stride];
        for (var i = 0; i < result.Length; i++)
        {
            var (sum, count) = sums[groups[groups.Length == 1 ? 0 : i / Stride]];
            result[i] = sum[i % Stride] / count;
        }
        return new(result, rows, Width);
    }

    internal static int CommonRows(int a, int b) =>
        a == b || b == 1 ? a
        : a == 1 ? b
        : throw new ArgumentException($"Values of {a} and of {b} examples do not go together.");

    private static int CommonWidth(int a, int b) =>
        a == b || b == 0 ? a
        : a == 0 ? b
        : throw new ArgumentException($"Rows of {a} and of {b} numbers do not go together.");

    private static int Positive(int width) =>
        width > 0 ? width : throw new ArgumentException("A row needs at least one number.");

    private void RequireAxis()
    {
        if (Width == 0)
            throw new InvalidOperationException("The row was never given numbers.");
    }

    public override string ToString()
    {
        var rows = new string[Rows];
        for (var row = 0; row < rows.Length; row++)
        {
            var numbers = Cells.Slice(row * Stride, Stride).ToArray().Select(x => x.ToString(CultureInfo.InvariantCulture));
            rows[row] = Width == 0 ? numbers.First() : "[" + string.Join(", ", numbers) + "]";
        }
        return rows.Length == 1 ? rows[0] : "[" + string.Join(", ", rows) + "]";
    }
}
