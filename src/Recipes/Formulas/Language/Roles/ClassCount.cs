namespace Recipes;

/// <summary>The train rows of a class, after selection and before sampling.</summary>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct ClassCount(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator ClassCount(double value) => new(value);
    public static implicit operator ClassCount(Scalar value) => new(value);
    public static implicit operator Scalar(ClassCount role) => role._value;

    public static Scalar operator +(ClassCount a) => a._value;
    public static Scalar operator -(ClassCount a) => -a._value;
    public static Scalar operator +(ClassCount a, Scalar b) => a._value + b;
    public static Scalar operator -(ClassCount a, Scalar b) => a._value - b;
    public static Scalar operator *(ClassCount a, Scalar b) => a._value * b;
    public static Scalar operator /(ClassCount a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, ClassCount b) => a + b._value;
    public static Scalar operator -(Number a, ClassCount b) => a - b._value;
    public static Scalar operator *(Number a, ClassCount b) => a * b._value;
    public static Scalar operator /(Number a, ClassCount b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
