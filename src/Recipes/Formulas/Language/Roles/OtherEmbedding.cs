namespace Recipes;

/// <summary>What the last dense layer of the network reads of the example's second view: [batch, features].</summary>
/// <remarks>A gradient flows through it.</remarks>
/// <param name="row">The numbers.</param>
public readonly struct OtherEmbedding(Row<Feature> row) : IRow<Feature>
{
    private readonly Row<Feature> _row = row;

    /// <inheritdoc cref="Row{TAxis}.Count"/>
    public double Count => _row.Count;

    /// <inheritdoc cref="Row{TAxis}.Rows"/>
    public int Rows => _row.Rows;

    /// <inheritdoc cref="Row{TAxis}.this[Position{TAxis}]"/>
    public Scalar this[Position<Feature> position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int]"/>
    public double this[int position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int, int]"/>
    public double this[int example, int position] => _row[example, position];

    Values IRow<Feature>.Values => _row.Values;

    public static implicit operator OtherEmbedding(double[] row) => new(row);
    public static implicit operator OtherEmbedding(double[,] rows) => new(rows);
    public static implicit operator OtherEmbedding(Row<Feature> row) => new(row);
    public static implicit operator Row<Feature>(OtherEmbedding role) => role._row;

    public static Row<Feature> operator +(OtherEmbedding a) => a._row;
    public static Row<Feature> operator -(OtherEmbedding a) => -a._row;
    public static Row<Feature> operator +(OtherEmbedding a, Row<Feature> b) => a._row + b;
    public static Row<Feature> operator -(OtherEmbedding a, Row<Feature> b) => a._row - b;
    public static Row<Feature> operator *(OtherEmbedding a, Row<Feature> b) => a._row * b;
    public static Row<Feature> operator /(OtherEmbedding a, Row<Feature> b) => a._row / b;
    public static Row<Feature> operator +(OtherEmbedding a, Scalar b) => a._row + b;
    public static Row<Feature> operator -(OtherEmbedding a, Scalar b) => a._row - b;
    public static Row<Feature> operator *(OtherEmbedding a, Scalar b) => a._row * b;
    public static Row<Feature> operator /(OtherEmbedding a, Scalar b) => a._row / b;
    public static Row<Feature> operator +(Scalar a, OtherEmbedding b) => a + b._row;
    public static Row<Feature> operator -(Scalar a, OtherEmbedding b) => a - b._row;
    public static Row<Feature> operator *(Scalar a, OtherEmbedding b) => a * b._row;
    public static Row<Feature> operator /(Scalar a, OtherEmbedding b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
