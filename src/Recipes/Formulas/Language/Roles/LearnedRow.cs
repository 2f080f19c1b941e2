namespace Recipes;

/// <summary>A row over the features that is trained with the network, for example a gain.</summary>
/// <remarks>Start value: <see cref="InitialAttribute"/>, else 0. Its parameter's name is its name in the saved state.</remarks>
/// <param name="row">The numbers.</param>
public readonly struct LearnedRow(Row<Feature> row) : IRow<Feature>
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

    public static implicit operator LearnedRow(double[] row) => new(row);
    public static implicit operator LearnedRow(double[,] rows) => new(rows);
    public static implicit operator LearnedRow(Row<Feature> row) => new(row);
    public static implicit operator Row<Feature>(LearnedRow role) => role._row;

    public static Row<Feature> operator +(LearnedRow a) => a._row;
    public static Row<Feature> operator -(LearnedRow a) => -a._row;
    public static Row<Feature> operator +(LearnedRow a, Row<Feature> b) => a._row + b;
    public static Row<Feature> operator -(LearnedRow a, Row<Feature> b) => a._row - b;
    public static Row<Feature> operator *(LearnedRow a, Row<Feature> b) => a._row * b;
    public static Row<Feature> operator /(LearnedRow a, Row<Feature> b) => a._row / b;
    public static Row<Feature> operator +(LearnedRow a, Scalar b) => a._row + b;
    public static Row<Feature> operator -(LearnedRow a, Scalar b) => a._row - b;
    public static Row<Feature> operator *(LearnedRow a, Scalar b) => a._row * b;
    public static Row<Feature> operator /(LearnedRow a, Scalar b) => a._row / b;
    public static Row<Feature> operator +(Scalar a, LearnedRow b) => a + b._row;
    public static Row<Feature> operator -(Scalar a, LearnedRow b) => a - b._row;
    public static Row<Feature> operator *(Scalar a, LearnedRow b) => a * b._row;
    public static Row<Feature> operator /(Scalar a, LearnedRow b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
