namespace Recipes;

/// <summary>What a teacher says of each class, before softmax: [batch, classes].</summary>
/// <remarks>Given by the data or by a teacher of the recipe; no gradient.</remarks>
/// <param name="row">The numbers.</param>
public readonly struct Teacher(Row<Class> row) : IRow<Class>
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

    public static implicit operator Teacher(double[] row) => new(row);
    public static implicit operator Teacher(double[,] rows) => new(rows);
    public static implicit operator Teacher(Row<Class> row) => new(row);
    public static implicit operator Row<Class>(Teacher role) => role._row;

    public static Row<Class> operator +(Teacher a) => a._row;
    public static Row<Class> operator -(Teacher a) => -a._row;
    public static Row<Class> operator +(Teacher a, Row<Class> b) => a._row + b;
    public static Row<Class> operator -(Teacher a, Row<Class> b) => a._row - b;
    public static Row<Class> operator *(Teacher a, Row<Class> b) => a._row * b;
    public static Row<Class> operator /(Teacher a, Row<Class> b) => a._row / b;
    public static Row<Class> operator +(Teacher a, Scalar b) => a._row + b;
    public static Row<Class> operator -(Teacher a, Scalar b) => a._row - b;
    public static Row<Class> operator *(Teacher a, Scalar b) => a._row * b;
    public static Row<Class> operator /(Teacher a, Scalar b) => a._row / b;
    public static Row<Class> operator +(Scalar a, Teacher b) => a + b._row;
    public static Row<Class> operator -(Scalar a, Teacher b) => a - b._row;
    public static Row<Class> operator *(Scalar a, Teacher b) => a * b._row;
    public static Row<Class> operator /(Scalar a, Teacher b) => a / b._row;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _row.ToString();
}
