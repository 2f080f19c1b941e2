namespace Recipes;

/// <summary>The number of classes.</summary>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct ClassTotal(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator ClassTotal(double value) => new(value);
    public static implicit operator ClassTotal(Scalar value) => new(value);
    public static implicit operator Scalar(ClassTotal role) => role._value;

    public static Scalar operator +(ClassTotal a) => a._value;
    public static Scalar operator -(ClassTotal a) => -a._value;
    public static Scalar operator +(ClassTotal a, Scalar b) => a._value + b;
    public static Scalar operator -(ClassTotal a, Scalar b) => a._value - b;
    public static Scalar operator *(ClassTotal a, Scalar b) => a._value * b;
    public static Scalar operator /(ClassTotal a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, ClassTotal b) => a + b._value;
    public static Scalar operator -(Number a, ClassTotal b) => a - b._value;
    public static Scalar operator *(Number a, ClassTotal b) => a * b._value;
    public static Scalar operator /(Number a, ClassTotal b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
