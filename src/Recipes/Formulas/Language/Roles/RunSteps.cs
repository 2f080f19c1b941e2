namespace Recipes;

/// <summary>The optimizer steps of the whole run.</summary>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct RunSteps(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator RunSteps(double value) => new(value);
    public static implicit operator RunSteps(Scalar value) => new(value);
    public static implicit operator Scalar(RunSteps role) => role._value;

    public static Scalar operator +(RunSteps a) => a._value;
    public static Scalar operator -(RunSteps a) => -a._value;
    public static Scalar operator +(RunSteps a, Scalar b) => a._value + b;
    public static Scalar operator -(RunSteps a, Scalar b) => a._value - b;
    public static Scalar operator *(RunSteps a, Scalar b) => a._value * b;
    public static Scalar operator /(RunSteps a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, RunSteps b) => a + b._value;
    public static Scalar operator -(Number a, RunSteps b) => a - b._value;
    public static Scalar operator *(Number a, RunSteps b) => a * b._value;
    public static Scalar operator /(Number a, RunSteps b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
