namespace Recipes;

/// <summary>What the network says of each class of the example's second view, before softmax: [batch, classes].</summary>
/// <remarks>A gradient flows through it as through <see cref="Logits"/>.</remarks>
/// <param name="row">The numbers.</param>
public readonly struct OtherLogits(Row<Class> row) : IRow<Class>
{
    private readonly Row<Class> _row = row;

    /// <inheritdoc cref="Row{TAxis}.Count"/>
    public double Count => _row.Count;

    /// <inheritdoc cref="Row{TAxis}.Rows"/>
    public int Rows => _row.Rows;

    /// <inheritdoc cref="Row{TAxis}.this[Position{TAxis}]"/>
    public Scalar this[Position<Class> position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int]"/>
    public double this[int position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int, int]"/>
    public double this[int example, int position] => _row[example, position];

    Values IRow<Class>.Values => _row.Values;

    public static implicit operator OtherLogits(double[] row) => new(row);
    public static implicit operator OtherLogits(double[,] rows) => new(rows);
    public static implicit operator OtherLogits(Row<Class> row) => new(row);
    public static implicit operator Row<Class>(OtherLogits role) => role._row;

    public static Row<Class> operator +(OtherLogits a) => a._row;
    public static Row<Class> operator -(OtherLogits a) => -a._row;
    public static Row<Class> operator +(OtherLogits a, Row<Class> b) => a._row + b;
    public static Row<Class> operator -(OtherLogits a, Row<Class> b) => a._row - b;
    public static Row<Class> operator *(OtherLogits a, Row<Class> b) => a._row * b;
    public static Row<Class> operator /(OtherLogits a, Row<Class> b) => a._row / b;
    public static Row<Class> operator +(OtherLogits a, Scalar b) => a._row + b;
    public static Row<Class> operator -(OtherLogits a, Scalar b) => a._row - b;
    public static Row<Class> operator *(OtherLogits a, Scalar b) => a._row * b;
    public static Row<Class> operator /(OtherLogits a, Scalar b) => a._row / b;
    public static Row<Class> operator +(Scalar a, OtherLogits b) => a + b._row;
    public static Row<Class> operator -(Scalar a, OtherLogits b) => a - b._row;
    public static Row<Class> operator *(Scalar a, OtherLogits b) => a * b._row;
    public static Row<Class> operator /(Scalar a, OtherLogits b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
