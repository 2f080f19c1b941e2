namespace Recipes.Formulas;

/// <content>The logarithm of the gamma function and its derivatives, for x ≥ 0.</content>
internal static partial class SpecialFunctions
{
    /// <summary>ζ(k) − 1 for k = 2, 3, …, of which the Taylor series of log Γ around 2 is made.</summary>
    private static readonly double[] s_zetaLess1 =
    [
        0.64493406684822644, 0.20205690315959429, 0.082323233711138192, 0.036927755143369926, 0.01734306198444914,
        0.0083492773819228268, 0.0040773561979443394, 0.0020083928260822144, 0.00099457512781808534, 0.00049418860411946456,
        0.0002460865533080483, 0.00012271334757848915, 6.1248135058704829e-5, 3.0588236307020494e-5, 1.5282259408651872e-5,
        7.6371976378997623e-6, 3.8172932649998399e-6, 1.9082127165539389e-6, 9.5396203387279611e-7, 4.7693298678780646e-7,
        2.3845050272773299e-7, 1.1921992596531107e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365041e-8,
        7.4507117898354295e-9, 3.7253340247884571e-9, 1.862659723513049e-9, 9.3132743241966818e-10, 4.6566290650337841e-10,
    ];

    /// <summary>log Γ(x), to some ten units in the last place, near its roots 1 and 2 too; ∞ at 0, NaN below.</summary>
    /// <remarks>The Taylor series around 2, log Γ(2 + z) = (1 − γ)z + Σ (−1)ᵏ (ζ(k) − 1) zᵏ / k, up to the recurrence; from 10 on Stirling's series.</remarks>
    internal static double LogGamma(double x)
    {
        if (!(x > 0))
            return x == 0 ? double.PositiveInfinity : double.NaN;
        if (x >= 10)
            return double.IsPositiveInfinity(x) ? x : Stirling(x);
        if (x < 0.5)
            return NearTwo(x) - System.Math.Log(x * (x + 1));
        if (x < 1.5)
            return NearTwo(x - 1) - System.Math.Log(x);
        double product = 1;
        for (; x > 2.5; product *= x)
            x--;
        return NearTwo(x - 2) + System.Math.Log(product);
    }

    /// <summary>The derivative of <see cref="LogGamma"/>, to 10⁻¹⁵ and a few units in the last place; −∞ at 0, NaN below.</summary>
    internal static double Digamma(double x)
    {
        if (!(x > 0))
            return x == 0 ? double.NegativeInfinity : double.NaN;
        double below = 0;
        for (; x < 10; x++)
            below += 1 / x;
        var s = 1 / (x * x);
        var series = s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s * (1.0 / 132 - s * (691.0 / 32760 - s / 12))))));
        return System.Math.Log(x) - 0.5 / x - series - below;
    }

    /// <summary>The second derivative of <see cref="LogGamma"/>, to a few units in the last place; ∞ at 0, NaN below.</summary>
    internal static double Trigamma(double x)
    {
        if (!(x > 0))
            return x == 0 ? double.PositiveInfinity : double.NaN;
        double below = 0;
        for (; x < 10; x++)
            below += 1 / x / x;
        var s = 1 / (x * x);
        var series = s * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s * (1.0 / 30 - s * (5.0 / 66 - s * (691.0 / 2730 - s * 7 / 6))))));
        return (1 + 0.5 / x + series) / x + below;
    }

    private static double NearTwo(double z)
    {
        const double oneLessGamma = 0.42278433509846714;
        double sum = 0;
        for (var k = s_zetaLess1.Length + 1; k >= 2; k--)
            sum = (s_zetaLess1[k - 2] / (k % 2 == 0 ? k : -k) + sum) * z;
        return (oneLessGamma + sum) * z;
    }

    private static double Stirling(double x)
    {
        const double halfLogTwoPi = 0.91893853320467274;
        var s = 1 / (x * x);
        var series = (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360 - s / 156)))))) / x;
        return (x - 0.5) * (System.Math.Log(x) - 1) + (halfLogTwoPi - 0.5) + series;
    }
}
