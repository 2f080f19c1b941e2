namespace Recipes;

/// <summary>A plain number to the left of an operator, as in <c>0.9 * m</c>. Not to be written by hand.</summary>
/// <remarks>
/// The roles take a number on the left as this type and not as <see cref="double"/>: a <see cref="Scalar"/> converts to a
/// double as well, so that <c>scalar * state</c> would have two readings. It does not convert to this.
/// </remarks>
public readonly struct Number
{
    private readonly double _value;

    private Number(double value) => _value = value;

    /// <summary>Any number is one.</summary>
    public static implicit operator Number(double value) => new(value);

    /// <summary>The number as a scalar.</summary>
    public static implicit operator Scalar(Number number) => new(number._value);
}
