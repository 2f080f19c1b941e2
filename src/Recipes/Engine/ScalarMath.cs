using System.Runtime.Intrinsics;
using Recipes.Formulas;

namespace Recipes.Engine;

/// <summary>Elementary functions of doubles, as emitted code calls them for values that are computed once per step or example.</summary>
/// <remarks>The same functions that formulas use when they are called; .NET's own ExpM1 and LogP1 cancel near 0.</remarks>
public static class ScalarMath
{
    /// <summary>eˣ − 1, near 0 too.</summary>
    public static double Expm1(double x) => SpecialFunctions.Expm1(x);

    /// <summary>log(1 + x), near 0 too.</summary>
    public static double Log1p(double x) => SpecialFunctions.Log1p(x);

    /// <summary>−1, 0 or 1; NaN for NaN.</summary>
    public static double Sign(double x) => SpecialFunctions.Sign(x);

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static double Sigmoid(double x) => SpecialFunctions.Sigmoid(x);

    /// <summary>log(1 + eˣ), without overflow.</summary>
    public static double Softplus(double x) => SpecialFunctions.Softplus(x);

    /// <summary>The error function.</summary>
    public static double Erf(double x) => SpecialFunctions.Erf(x);

    /// <summary>The inverse of the error function; ±∞ at ±1, NaN beyond.</summary>
    public static double ErfInverse(double x) => SpecialFunctions.ErfInverse(x);

    /// <summary>The probability that a standard normal number is at most x.</summary>
    public static double NormalCdf(double x) => SpecialFunctions.NormalCdf(x);

    /// <summary>The inverse of <see cref="NormalCdf"/>; −∞ at 0, ∞ at 1, NaN beyond.</summary>
    public static double Probit(double p) => SpecialFunctions.Probit(p);

    /// <summary>log(1 − eˣ) for x ≤ 0; −∞ at 0, NaN above.</summary>
    public static double Log1mExp(double x) => SpecialFunctions.Log1mExp(x);

    /// <summary>log Γ(x) for x ≥ 0; ∞ at 0, NaN below.</summary>
    public static double LogGamma(double x) => SpecialFunctions.LogGamma(x);

    /// <summary>The derivative of <see cref="LogGamma"/>; −∞ at 0, NaN below.</summary>
    public static double Digamma(double x) => SpecialFunctions.Digamma(x);

    /// <summary>The derivative of <see cref="Digamma"/>; ∞ at 0, NaN below.</summary>
    public static double Trigamma(double x) => SpecialFunctions.Trigamma(x);

    /// <summary>The sum of <paramref name="count"/> floats from <paramref name="start"/> on, in double, in an order that depends on nothing else.</summary>
    public static double Sum(NativeBuffer<float> values, nint start, int count)
    {
        Vector256<double> a = Vector256<double>.Zero, b = a, c = a, d = a;
        int i = 0;
        for (; i <= count - 16; i += 16)
        {
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(Vector256.LoadUnsafe(ref values[start + i]));
            a += low;
            b += high;
            (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref values[start + i + 8]));
            c += low;
            d += high;
        }

        Vector256<double> parts = (a + b) + (c + d);
        double sum = (parts[0] + parts[2]) + (parts[1] + parts[3]);
        for (; i < count; i++) sum += values[start + i];
        return sum;
    }

    /// <summary>The greatest of <paramref name="count"/> floats from <paramref name="start"/> on; NaN if one is, −∞ of none.</summary>
    public static double Largest(NativeBuffer<float> values, nint start, int count)
    {
        float greatest = float.NegativeInfinity;
        for (int i = 0; i < count; i++) greatest = MathF.Max(greatest, values[start + i]);
        return greatest;
    }
}
