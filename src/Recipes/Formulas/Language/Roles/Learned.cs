namespace Recipes;

/// <summary>A number that is trained with the network, by the same optimizer.</summary>
/// <remarks>Start value: <see cref="InitialAttribute"/>, else 0. Weight decay leaves it alone unless <c>DecayAll = true</c>.</remarks>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct Learned(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator Learned(double value) => new(value);
    public static implicit operator Learned(Scalar value) => new(value);
    public static implicit operator Scalar(Learned role) => role._value;

    public static Scalar operator +(Learned a) => a._value;
    public static Scalar operator -(Learned a) => -a._value;
    public static Scalar operator +(Learned a, Scalar b) => a._value + b;
    public static Scalar operator -(Learned a, Scalar b) => a._value - b;
    public static Scalar operator *(Learned a, Scalar b) => a._value * b;
    public static Scalar operator /(Learned a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, Learned b) => a + b._value;
    public static Scalar operator -(Number a, Learned b) => a - b._value;
    public static Scalar operator *(Number a, Learned b) => a * b._value;
    public static Scalar operator /(Number a, Learned b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
