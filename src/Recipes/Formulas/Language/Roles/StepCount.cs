namespace Recipes;

/// <summary>The number of the step: 1 in the first.</summary>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct StepCount(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator StepCount(double value) => new(value);
    public static implicit operator StepCount(Scalar value) => new(value);
    public static implicit operator Scalar(StepCount role) => role._value;

    public static Scalar operator +(StepCount a) => a._value;
    public static Scalar operator -(StepCount a) => -a._value;
    public static Scalar operator +(StepCount a, Scalar b) => a._value + b;
    public static Scalar operator -(StepCount a, Scalar b) => a._value - b;
    public static Scalar operator *(StepCount a, Scalar b) => a._value * b;
    public static Scalar operator /(StepCount a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, StepCount b) => a + b._value;
    public static Scalar operator -(Number a, StepCount b) => a - b._value;
    public static Scalar operator *(Number a, StepCount b) => a * b._value;
    public static Scalar operator /(Number a, StepCount b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
