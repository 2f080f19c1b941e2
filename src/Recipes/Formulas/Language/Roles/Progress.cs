namespace Recipes;

/// <summary>How much of the run is done, in [0, 1): 0 in the first step.</summary>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct Progress(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator Progress(double value) => new(value);
    public static implicit operator Progress(Scalar value) => new(value);
    public static implicit operator Scalar(Progress role) => role._value;

    public static Scalar operator +(Progress a) => a._value;
    public static Scalar operator -(Progress a) => -a._value;
    public static Scalar operator +(Progress a, Scalar b) => a._value + b;
    public static Scalar operator -(Progress a, Scalar b) => a._value - b;
    public static Scalar operator *(Progress a, Scalar b) => a._value * b;
    public static Scalar operator /(Progress a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, Progress b) => a + b._value;
    public static Scalar operator -(Number a, Progress b) => a - b._value;
    public static Scalar operator *(Number a, Progress b) => a * b._value;
    public static Scalar operator /(Number a, Progress b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
