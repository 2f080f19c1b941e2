namespace Recipes;

/// <summary>A number of a parametrisation that is trained: one for each weight if it is over <c>Scalar</c>, one for each unit if it is over <c>Row&lt;Incoming&gt;</c>.</summary>
/// <remarks>Start value: <see cref="InitialAttribute"/>, else 0, or what is assigned at the start to one that is passed <c>ref</c>. Weight decay leaves it alone unless <c>DecayAll = true</c>.</remarks>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct Latent(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator Latent(double value) => new(value);
    public static implicit operator Latent(Scalar value) => new(value);
    public static implicit operator Scalar(Latent role) => role._value;

    public static Scalar operator +(Latent a) => a._value;
    public static Scalar operator -(Latent a) => -a._value;
    public static Scalar operator +(Latent a, Scalar b) => a._value + b;
    public static Scalar operator -(Latent a, Scalar b) => a._value - b;
    public static Scalar operator *(Latent a, Scalar b) => a._value * b;
    public static Scalar operator /(Latent a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, Latent b) => a + b._value;
    public static Scalar operator -(Number a, Latent b) => a - b._value;
    public static Scalar operator *(Number a, Latent b) => a * b._value;
    public static Scalar operator /(Number a, Latent b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
