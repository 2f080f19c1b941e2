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

    /// <summary>The sum of <paramref name="count"/> floats from <paramref name="start"/> on, in an order that depends on nothing else.</summary>
    public static double Sum(NativeBuffer<float> values, nint start, int count)
    {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            a += values[start + i];
            b += values[start + i + 1];
            c += values[start + i + 2];
            d += values[start + i + 3];
        }

        for (; i < count; i++) a += values[start + i];
        return (a + b) + (c + d);
    }
}
