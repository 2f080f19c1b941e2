namespace Recipes;

/// <summary>What the network says of each class, before softmax: [batch, classes].</summary>
/// <param name="row">The numbers.</param>
public readonly struct Logits(Row<Class> row) : IRow<Class>
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

    public static implicit operator Logits(double[] row) => new(row);
    public static implicit operator Logits(double[,] rows) => new(rows);
    public static implicit operator Logits(Row<Class> row) => new(row);
    public static implicit operator Row<Class>(Logits role) => role._row;

    public static Row<Class> operator +(Logits a) => a._row;
    public static Row<Class> operator -(Logits a) => -a._row;
    public static Row<Class> operator +(Logits a, Row<Class> b) => a._row + b;
    public static Row<Class> operator -(Logits a, Row<Class> b) => a._row - b;
    public static Row<Class> operator *(Logits a, Row<Class> b) => a._row * b;
    public static Row<Class> operator /(Logits a, Row<Class> b) => a._row / b;
    public static Row<Class> operator +(Logits a, Scalar b) => a._row + b;
    public static Row<Class> operator -(Logits a, Scalar b) => a._row - b;
    public static Row<Class> operator *(Logits a, Scalar b) => a._row * b;
    public static Row<Class> operator /(Logits a, Scalar b) => a._row / b;
    public static Row<Class> operator +(Scalar a, Logits b) => a + b._row;
    public static Row<Class> operator -(Scalar a, Logits b) => a - b._row;
    public static Row<Class> operator *(Scalar a, Logits b) => a * b._row;
    public static Row<Class> operator /(Scalar a, Logits b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
