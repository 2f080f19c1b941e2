namespace Recipes;

/// <summary>A number that an optimizer keeps for each parameter element. Passed <c>ref</c>; what is assigned is kept for the next step.</summary>
/// <remarks>0 before the first step.</remarks>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct State(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator State(double value) => new(value);
    public static implicit operator State(Scalar value) => new(value);
    public static implicit operator Scalar(State role) => role._value;

    public static Scalar operator +(State a) => a._value;
    public static Scalar operator -(State a) => -a._value;
    public static Scalar operator +(State a, Scalar b) => a._value + b;
    public static Scalar operator -(State a, Scalar b) => a._value - b;
    public static Scalar operator *(State a, Scalar b) => a._value * b;
    public static Scalar operator /(State a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, State b) => a + b._value;
    public static Scalar operator -(Number a, State b) => a - b._value;
    public static Scalar operator *(Number a, State b) => a * b._value;
    public static Scalar operator /(Number a, State b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
