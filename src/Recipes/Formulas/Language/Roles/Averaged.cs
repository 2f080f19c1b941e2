namespace Recipes;

/// <summary>The averaged weight of an optimizer that averages by itself. Passed <c>ref</c>; what is assigned is evaluated, calibrated and kept in place of the weight.</summary>
/// <remarks>The first weight before the first step.</remarks>
/// <param name="value">The number, or one for each parameter element.</param>
public readonly struct Averaged(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator Averaged(double value) => new(value);
    public static implicit operator Averaged(Scalar value) => new(value);
    public static implicit operator Scalar(Averaged role) => role._value;

    public static Scalar operator +(Averaged a) => a._value;
    public static Scalar operator -(Averaged a) => -a._value;
    public static Scalar operator +(Averaged a, Scalar b) => a._value + b;
    public static Scalar operator -(Averaged a, Scalar b) => a._value - b;
    public static Scalar operator *(Averaged a, Scalar b) => a._value * b;
    public static Scalar operator /(Averaged a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, Averaged b) => a + b._value;
    public static Scalar operator -(Number a, Averaged b) => a - b._value;
    public static Scalar operator *(Number a, Averaged b) => a * b._value;
    public static Scalar operator /(Number a, Averaged b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
