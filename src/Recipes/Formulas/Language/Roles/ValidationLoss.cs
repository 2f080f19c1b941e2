namespace Recipes;

/// <summary>The loss on the validation rows after an epoch: the mean negative log-likelihood, or the root mean squared error of a regression.</summary>
/// <remarks>A schedule that takes it is called at the end of each epoch; the factor that it gives holds for the next one. It is 1 in the first.</remarks>
/// <param name="value">The number, or one for each example or parameter element.</param>
public readonly struct ValidationLoss(Scalar value)
{
    private readonly Scalar _value = value;

    public static implicit operator ValidationLoss(double value) => new(value);
    public static implicit operator ValidationLoss(Scalar value) => new(value);
    public static implicit operator Scalar(ValidationLoss role) => role._value;

    public static Scalar operator +(ValidationLoss a) => a._value;
    public static Scalar operator -(ValidationLoss a) => -a._value;
    public static Scalar operator +(ValidationLoss a, Scalar b) => a._value + b;
    public static Scalar operator -(ValidationLoss a, Scalar b) => a._value - b;
    public static Scalar operator *(ValidationLoss a, Scalar b) => a._value * b;
    public static Scalar operator /(ValidationLoss a, Scalar b) => a._value / b;
    public static Scalar operator +(Number a, ValidationLoss b) => a + b._value;
    public static Scalar operator -(Number a, ValidationLoss b) => a - b._value;
    public static Scalar operator *(Number a, ValidationLoss b) => a * b._value;
    public static Scalar operator /(Number a, ValidationLoss b) => a / b._value;

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => _value.ToString();
}
