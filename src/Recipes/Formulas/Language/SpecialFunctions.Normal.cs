namespace Recipes.Formulas;

/// <content>The normal distribution, and the inverse of its distribution function.</content>
internal static partial class SpecialFunctions
{
    /// <summary>log(1 − eˣ) for x ≤ 0; −∞ at 0, NaN above.</summary>
    internal static double Log1mExp(double x) =>
        x > -0.6931471805599453 ? System.Math.Log(-Expm1(x)) : Log1p(-System.Math.Exp(x));

    /// <summary>The probability that a standard normal number is at most x, to some twenty units in the last place.</summary>
    /// <remarks>Near 0 from the error function; the tails are e^(−x²/2)/√2π times Laplace's continued fraction 1/(a + 1/(a + 2/(a + 3/…))).</remarks>
    internal static double NormalCdf(double x)
    {
        if (double.IsNaN(x))
            return x;
        var a = System.Math.Abs(x);
        if (a < 2)
            return 0.5 + 0.5 * Erf(x * 0.7071067811865476);
        if (a > 39)
            return x < 0 ? 0 : 1;
        // The later a term, the less it counts: from 200 on less than a rounding at 2.
        var fraction = a;
        for (var k = 200; k > 0; k--)
            fraction = a + k / fraction;
        var square = a * a;
        var lost = System.Math.FusedMultiplyAdd(a, a, -square);
        var tail = System.Math.Exp(-0.5 * square) * (1 - 0.5 * lost) / fraction * 0.3989422804014327;
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>The inverse of <see cref="NormalCdf"/>; −∞ at 0, ∞ at 1, NaN beyond.</summary>
    internal static double Probit(double p)
    {
        if (!(p > 0 && p < 1))
            return p == 0 ? double.NegativeInfinity : p == 1 ? double.PositiveInfinity : double.NaN;
        if (p is > 0.25 and < 0.75)
            return 1.4142135623730951 * ErfInverse(2 * p - 1);
        if (p > 0.5)
            return -Probit(1 - p);
        // Newton's steps on log Φ, which is concave: from left of the root they rise to it and never leave the line.
        var x = -System.Math.Sqrt(-2 * System.Math.Log(p));
        for (var step = 0; step < 60; step++)
        {
            var reached = NormalCdf(x);
            var density = System.Math.Exp(-0.5 * x * x) * 0.3989422804014327;
            var move = System.Math.Log(reached / p) * reached / density;
            x -= move;
            if (System.Math.Abs(move) <= 1e-16 * System.Math.Abs(x))
                break;
        }
        return x;
    }

    /// <summary>The inverse of <see cref="Erf"/>; ±∞ at ±1, NaN beyond.</summary>
    internal static double ErfInverse(double x)
    {
        if (!(System.Math.Abs(x) < 0.75))
            return double.IsNaN(x) ? x : x < 0 ? 0.7071067811865476 * Probit((1 + x) / 2) : -0.7071067811865476 * Probit((1 - x) / 2);
        // Near 0 the function is almost a line, and Newton's steps on it are soon done.
        var y = 0.886226925452758 * x;
        for (var step = 0; step < 20; step++)
        {
            var move = (Erf(y) - x) * 0.886226925452758 * System.Math.Exp(y * y);
            y -= move;
            if (System.Math.Abs(move) <= 1e-17 * System.Math.Abs(y))
                break;
        }
        return y;
    }
}
