using System;

namespace Recipes.Generators.Formulas.Graph;

/// <summary>Functions of constants in double precision that netstandard2.0 does not have.</summary>
internal static class Elementary
{
    public static double Expm1(double x)
    {
        if (Math.Abs(x) > 0.5) return Math.Exp(x) - 1;
        double sum = 0;
        double term = 1;
        for (int n = 1; n < 25; n++) sum += term *= x / n;
        return double.IsNaN(x) ? x : sum;
    }

    public static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) ? u : Math.Log(u) * x / (u - 1);
    }

    /// <summary>2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)): all terms have one sign.</summary>
    public static double Erf(double x)
    {
        if (double.IsNaN(x)) return x;
        if (Math.Abs(x) > 6) return Math.Sign(x);
        double sum = 0;
        double term = x;
        for (int n = 0; n < 300; n++)
        {
            sum += term;
            term *= 2 * x * x / ((2 * n) + 3);
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
