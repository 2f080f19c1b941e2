namespace Recipes;

/// <summary>How much an example counts, relative to the others: [batch].</summary>
/// <remarks>Scaled once, so that the mean over the train rows is 1. The step multiplies every term by it anyway; a formula takes it for what else it means.</remarks>
/// <param name="value">The number, or one for each example.</param>
public readonly struct SampleWeight(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator SampleWeight(double value) => new(value);
    public static implicit operator SampleWeight(Scalar value) => new(value);
    public static implicit operator Scalar(SampleWeight role) => role._value;

    public static Scalar operator +(SampleWeight a) => a._value;
    public static Scalar operator -(SampleWeight a) => -a._value;
    public static Scalar operator +(SampleWeight a, Scalar b) => a._value + b;
    public static Scalar operator -(SampleWeight a, Scalar b) => a._value - b;
    public static Scalar operator *(SampleWeight a, Scalar b) => a._value * b;
    public static Scalar operator /(SampleWeight a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, SampleWeight b) => a + b._value;
    public static Scalar operator -(Number a, SampleWeight b) => a - b._value;
    public static Scalar operator *(Number a, SampleWeight b) => a * b._value;
    public static Scalar operator /(Number a, SampleWeight b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
