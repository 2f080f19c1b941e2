namespace Recipes;

/// <summary>A row that is trained with the network, by the same optimizer.</summary>
/// <remarks>Start value: <see cref="InitialAttribute"/> at every position, else 0. Weight decay leaves it alone unless <c>DecayAll = true</c>.</remarks>
/// <param name="row">The numbers.</param>
/// <typeparam name="TAxis">What it runs over.</typeparam>
public readonly struct LearnedRow<TAxis>(Row<TAxis> row) : IRow<TAxis>
    where TAxis : IAxis
{
    private readonly Row<TAxis> _row = row;

    /// <inheritdoc cref="Row{TAxis}.Count"/>
    public double Count => _row.Count;

    /// <inheritdoc cref="Row{TAxis}.Rows"/>
    public int Rows => _row.Rows;

    /// <inheritdoc cref="Row{TAxis}.this[Position{TAxis}]"/>
    public Scalar this[Position<TAxis> position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int]"/>
    public double this[int position] => _row[position];

    /// <inheritdoc cref="Row{TAxis}.this[int, int]"/>
    public double this[int example, int position] => _row[example, position];

    Values IRow<TAxis>.Values => _row.Values;

    public static implicit operator LearnedRow<TAxis>(double[] row) => new(row);
    public static implicit operator LearnedRow<TAxis>(double[,] rows) => new(rows);
    public static implicit operator LearnedRow<TAxis>(Row<TAxis> row) => new(row);
    public static implicit operator Row<TAxis>(LearnedRow<TAxis> role) => role._row;

    public static Row<TAxis> operator +(LearnedRow<TAxis> a) => a._row;
    public static Row<TAxis> operator -(LearnedRow<TAxis> a) => -a._row;
    public static Row<TAxis> operator +(LearnedRow<TAxis> a, Row<TAxis> b) => a._row + b;
    public static Row<TAxis> operator -(LearnedRow<TAxis> a, Row<TAxis> b) => a._row - b;
    public static Row<TAxis> operator *(LearnedRow<TAxis> a, Row<TAxis> b) => a._row * b;
    public static Row<TAxis> operator /(LearnedRow<TAxis> a, Row<TAxis> b) => a._row / b;
    public static Row<TAxis> operator +(LearnedRow<TAxis> a, Scalar b) => a._row + b;
    public static Row<TAxis> operator -(LearnedRow<TAxis> a, Scalar b) => a._row - b;
    public static Row<TAxis> operator *(LearnedRow<TAxis> a, Scalar b) => a._row * b;
    public static Row<TAxis> operator /(LearnedRow<TAxis> a, Scalar b) => a._row / b;
    public static Row<TAxis> operator +(Scalar a, LearnedRow<TAxis> b) => a + b._row;
    public static Row<TAxis> operator -(Scalar a, LearnedRow<TAxis> b) => a - b._row;
    public static Row<TAxis> operator *(Scalar a, LearnedRow<TAxis> b) => a * b._row;
    public static Row<TAxis> operator /(Scalar a, LearnedRow<TAxis> b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
