namespace Recipes;

/// <summary>A number that is kept for each train row. Passed <c>ref</c>; what is assigned is kept until the row is drawn again.</summary>
/// <remarks>Start value: <see cref="InitialAttribute"/>, else 0. No gradient flows through it.</remarks>
/// <param name="value">The number, or one for each example.</param>
public readonly struct ExampleMemory(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator ExampleMemory(double value) => new(value);
    public static implicit operator ExampleMemory(Scalar value) => new(new Scalar(DetachedValues.Of(value.Values)));
    public static implicit operator Scalar(ExampleMemory role) => role._value;

    public static Scalar operator +(ExampleMemory a) => a._value;
    public static Scalar operator -(ExampleMemory a) => -a._value;
    public static Scalar operator +(ExampleMemory a, Scalar b) => a._value + b;
    public static Scalar operator -(ExampleMemory a, Scalar b) => a._value - b;
    public static Scalar operator *(ExampleMemory a, Scalar b) => a._value * b;
    public static Scalar operator /(ExampleMemory a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, ExampleMemory b) => a + b._value;
    public static Scalar operator -(Number a, ExampleMemory b) => a - b._value;
    public static Scalar operator *(Number a, ExampleMemory b) => a * b._value;
    public static Scalar operator /(Number a, ExampleMemory b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
