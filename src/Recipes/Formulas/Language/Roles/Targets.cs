namespace Recipes;

/// <summary>The numbers that a regression is to find: [batch, targets].</summary>
/// <remarks>Given by the data; no gradient.</remarks>
/// <param name="row">The numbers.</param>
public readonly struct Targets(Row<Output> row) : IRow<Output>
{
    private readonly Row<Output> _row = row;

    /// <inheritdoc cref="Row{TAxis}.Count"/>
    public double Count => _row.Count;

    /// <inheritdoc cref="Row{TAxis}.Rows"/>
    public int Rows => _row.Rows;

    /// <inheritdoc cref="Row{TAxis}.this[Position{TAxis}]"/>
    public Scalar this[Position<Output> position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int]"/>
    public double this[int position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int, int]"/>
    public double this[int example, int position] => _row[example, position];

    Values IRow<Output>.Values => _row.Values;

    public static implicit operator Targets(double[] row) => new(row);
    public static implicit operator Targets(double[,] rows) => new(rows);
    public static implicit operator Targets(Row<Output> row) => new(row);
    public static implicit operator Row<Output>(Targets role) => role._row;

    public static Row<Output> operator +(Targets a) => a._row;
    public static Row<Output> operator -(Targets a) => -a._row;
    public static Row<Output> operator +(Targets a, Row<Output> b) => a._row + b;
    public static Row<Output> operator -(Targets a, Row<Output> b) => a._row - b;
    public static Row<Output> operator *(Targets a, Row<Output> b) => a._row * b;
    public static Row<Output> operator /(Targets a, Row<Output> b) => a._row / b;
    public static Row<Output> operator +(Targets a, Scalar b) => a._row + b;
    public static Row<Output> operator -(Targets a, Scalar b) => a._row - b;
    public static Row<Output> operator *(Targets a, Scalar b) => a._row * b;
    public static Row<Output> operator /(Targets a, Scalar b) => a._row / b;
    public static Row<Output> operator +(Scalar a, Targets b) => a + b._row;
    public static Row<Output> operator -(Scalar a, Targets b) => a - b._row;
    public static Row<Output> operator *(Scalar a, Targets b) => a * b._row;
    public static Row<Output> operator /(Scalar a, Targets b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
