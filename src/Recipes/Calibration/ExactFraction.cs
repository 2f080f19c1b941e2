using System.Numerics;

namespace Recipes;

/// <summary>A fraction of whole numbers, so that a quantile's index is not off by one for a rounding error.</summary>
internal readonly record struct ExactFraction(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>The simplest fraction that rounds to the number: what its author meant by 0.1 is 1/10, and by 1.0/3 a third.</summary>
    public static ExactFraction Of(double value)
    {
        if (!double.IsFinite(value) || value < 0) throw new ArgumentOutOfRangeException(nameof(value));
        if (value == 0) return new ExactFraction(0, 1);
        // Everything nearer to the number than half the way to its neighbours.
        ExactFraction exact = Binary(value), above = Binary(double.BitIncrement(value)), below = Binary(double.BitDecrement(value));
        return Simplest(Middle(below, exact), Middle(exact, above));
    }

    /// <summary>The least whole number that is not less than numerator · <paramref name="factor"/> / denominator.</summary>
    public BigInteger CeilingOfProduct(BigInteger factor) => BigInteger.Divide(Numerator * factor + Denominator - 1, Denominator);

    /// <summary>One minus this.</summary>
    public ExactFraction Complement => new(Denominator - Numerator, Denominator);

    /// <summary>One over this.</summary>
    public ExactFraction Reciprocal => new(Denominator, Numerator);

    private static ExactFraction Binary(double value)
    {
        if (value == 0) return new ExactFraction(0, 1);
        int exponent = Math.ILogB(value) - 52;
        var mantissa = new BigInteger(Math.ScaleB(value, -exponent));
        return exponent >= 0 ? new(mantissa << exponent, 1) : new(mantissa, BigInteger.One << -exponent);
    }

    private static ExactFraction Middle(ExactFraction a, ExactFraction b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, 2 * a.Denominator * b.Denominator);

    /// <summary>The fraction with the least denominator between two others, by their continued fractions.</summary>
    private static ExactFraction Simplest(ExactFraction low, ExactFraction high)
    {
        BigInteger whole = BigInteger.DivRem(low.Numerator, low.Denominator, out BigInteger rest);
        if (rest.IsZero) return new ExactFraction(whole, 1);
        if ((whole + 1) * high.Denominator <= high.Numerator) return new ExactFraction(whole + 1, 1);
        ExactFraction inner = Simplest(
            new ExactFraction(high.Denominator, high.Numerator - whole * high.Denominator), new ExactFraction(low.Denominator, rest));
        return new ExactFraction(whole * inner.Numerator + inner.Denominator, inner.Numerator);
    }
}
