namespace Recipes;

/// <summary>The train rows of all classes.</summary>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct RowCount(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator RowCount(double value) => new(value);
    public static implicit operator RowCount(Scalar value) => new(value);
    public static implicit operator Scalar(RowCount role) => role._value;

    public static Scalar operator +(RowCount a) => a._value;
    public static Scalar operator -(RowCount a) => -a._value;
    public static Scalar operator +(RowCount a, Scalar b) => a._value + b;
    public static Scalar operator -(RowCount a, Scalar b) => a._value - b;
    public static Scalar operator *(RowCount a, Scalar b) => a._value * b;
    public static Scalar operator /(RowCount a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, RowCount b) => a + b._value;
    public static Scalar operator -(Number a, RowCount b) => a - b._value;
    public static Scalar operator *(Number a, RowCount b) => a * b._value;
    public static Scalar operator /(Number a, RowCount b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
