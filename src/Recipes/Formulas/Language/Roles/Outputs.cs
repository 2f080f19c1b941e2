namespace Recipes;

/// <summary>What the network says of each target of a regression: [batch, targets].</summary>
/// <remarks>Several of them in one formula split the width of the network's last layer into equal blocks, in order.</remarks>
/// <param name="row">The numbers.</param>
public readonly struct Outputs(Row<Output> row) : IRow<Output>
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

    public static implicit operator Outputs(double[] row) => new(row);
    public static implicit operator Outputs(double[,] rows) => new(rows);
    public static implicit operator Outputs(Row<Output> row) => new(row);
    public static implicit operator Row<Output>(Outputs role) => role._row;

    public static Row<Output> operator +(Outputs a) => a._row;
    public static Row<Output> operator -(Outputs a) => -a._row;
    public static Row<Output> operator +(Outputs a, Row<Output> b) => a._row + b;
    public static Row<Output> operator -(Outputs a, Row<Output> b) => a._row - b;
    public static Row<Output> operator *(Outputs a, Row<Output> b) => a._row * b;
    public static Row<Output> operator /(Outputs a, Row<Output> b) => a._row / b;
    public static Row<Output> operator +(Outputs a, Scalar b) => a._row + b;
    public static Row<Output> operator -(Outputs a, Scalar b) => a._row - b;
    public static Row<Output> operator *(Outputs a, Scalar b) => a._row * b;
    public static Row<Output> operator /(Outputs a, Scalar b) => a._row / b;
    public static Row<Output> operator +(Scalar a, Outputs b) => a + b._row;
    public static Row<Output> operator -(Scalar a, Outputs b) => a - b._row;
    public static Row<Output> operator *(Scalar a, Outputs b) => a * b._row;
    public static Row<Output> operator /(Scalar a, Outputs b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
