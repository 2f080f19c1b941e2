namespace Recipes;

/// <summary>The Euclidean norm of all gradients of the step together, before any transform.</summary>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct GradientNorm(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator GradientNorm(double value) => new(value);
    public static implicit operator GradientNorm(Scalar value) => new(value);
    public static implicit operator Scalar(GradientNorm role) => role._value;

    public static Scalar operator +(GradientNorm a) => a._value;
    public static Scalar operator -(GradientNorm a) => -a._value;
    public static Scalar operator +(GradientNorm a, Scalar b) => a._value + b;
    public static Scalar operator -(GradientNorm a, Scalar b) => a._value - b;
    public static Scalar operator *(GradientNorm a, Scalar b) => a._value * b;
    public static Scalar operator /(GradientNorm a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, GradientNorm b) => a + b._value;
    public static Scalar operator -(Number a, GradientNorm b) => a - b._value;
    public static Scalar operator *(Number a, GradientNorm b) => a * b._value;
    public static Scalar operator /(Number a, GradientNorm b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
