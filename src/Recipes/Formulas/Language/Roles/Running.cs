namespace Recipes;

/// <summary>A number that is kept for the whole run. Passed <c>ref</c>; what is assigned is its value in the next step.</summary>
/// <remarks>Start value: <see cref="InitialAttribute"/>, else 0. What is assigned must not vary between examples: reduce over the batch first. No gradient flows through it.</remarks>
/// <param name="value">The number, or one for each example.</param>
public readonly struct Running(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator Running(double value) => new(value);
    public static implicit operator Running(Scalar value) => new(new Scalar(DetachedValues.Of(value.Values)));
    public static implicit operator Scalar(Running role) => role._value;

    public static Scalar operator +(Running a) => a._value;
    public static Scalar operator -(Running a) => -a._value;
    public static Scalar operator +(Running a, Scalar b) => a._value + b;
    public static Scalar operator -(Running a, Scalar b) => a._value - b;
    public static Scalar operator *(Running a, Scalar b) => a._value * b;
    public static Scalar operator /(Running a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, Running b) => a + b._value;
    public static Scalar operator -(Number a, Running b) => a - b._value;
    public static Scalar operator *(Number a, Running b) => a * b._value;
    public static Scalar operator /(Number a, Running b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
