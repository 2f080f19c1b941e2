namespace Recipes;

/// <summary>The learning rate of the step, after the schedule.</summary>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct Rate(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator Rate(double value) => new(value);
    public static implicit operator Rate(Scalar value) => new(value);
    public static implicit operator Scalar(Rate role) => role._value;

    public static Scalar operator +(Rate a) => a._value;
    public static Scalar operator -(Rate a) => -a._value;
    public static Scalar operator +(Rate a, Scalar b) => a._value + b;
    public static Scalar operator -(Rate a, Scalar b) => a._value - b;
    public static Scalar operator *(Rate a, Scalar b) => a._value * b;
    public static Scalar operator /(Rate a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, Rate b) => a + b._value;
    public static Scalar operator -(Number a, Rate b) => a - b._value;
    public static Scalar operator *(Number a, Rate b) => a * b._value;
    public static Scalar operator /(Number a, Rate b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
