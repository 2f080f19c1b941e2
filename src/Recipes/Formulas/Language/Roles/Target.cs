namespace Recipes;

/// <summary>The number that a regression with one target is to find: [batch].</summary>
/// <remarks>Given by the data; no gradient.</remarks>
/// <param name="value">The number, or one for each example.</param>
public readonly struct Target(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator Target(double value) => new(value);
    public static implicit operator Target(Scalar value) => new(value);
    public static implicit operator Scalar(Target role) => role._value;

    public static Scalar operator +(Target a) => a._value;
    public static Scalar operator -(Target a) => -a._value;
    public static Scalar operator +(Target a, Scalar b) => a._value + b;
    public static Scalar operator -(Target a, Scalar b) => a._value - b;
    public static Scalar operator *(Target a, Scalar b) => a._value * b;
    public static Scalar operator /(Target a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, Target b) => a + b._value;
    public static Scalar operator -(Number a, Target b) => a - b._value;
    public static Scalar operator *(Number a, Target b) => a * b._value;
    public static Scalar operator /(Number a, Target b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
