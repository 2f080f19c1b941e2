namespace Recipes.Formulas;

/// <summary>Functions of one number that .NET lacks, or has with cancellation near 0.</summary>
internal static partial class SpecialFunctions
{
    /// <summary>eˣ − 1 to a few units in the last place (<see cref="double.ExpM1"/> subtracts, and loses all digits near 0).</summary>
    /// <remarks>Kahan's way: the rounding error of u = eˣ is made good by the factor x / log u.</remarks>
    internal static double Expm1(double x)
    {
        if (System.Math.Abs(x) > 1)
            return System.Math.Exp(x) - 1;
        var u = System.Math.Exp(x);
        return u == 1 ? x : (u - 1) * (x / System.Math.Log(u));
    }

    /// <summary>log(1 + x) to a few units in the last place (<see cref="double.LogP1"/> adds, and loses all digits near 0).</summary>
    /// <remarks>Kahan's way: the rounding error of u = 1 + x is made good by the factor x / (u − 1).</remarks>
    internal static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x
            : double.IsFinite(u) && u > 0 ? System.Math.Log(u) * (x / (u - 1))
            : System.Math.Log(u);
    }

    internal static double Square(double x) => x * x;

    /// <summary><see cref="System.Math.Sign(double)"/> throws for NaN.</summary>
    internal static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;

    internal static double Sigmoid(double x)
    {
        var small = System.Math.Exp(-System.Math.Abs(x));
        return (x < 0 ? small : 1) / (1 + small);
    }

    internal static double Softplus(double x) => System.Math.Max(x, 0) + Log1p(System.Math.Exp(-System.Math.Abs(x)));

    /// <summary>The error function, to ten units in the last place.</summary>
    /// <remarks>
    /// 2/√π · exp(−x²) · Σₙ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1)): all terms have the sign of x, so nothing cancels. From |x| = 6 on
    /// the value is ±1 in double. The rounding error of x² is passed on to the exponential.
    /// </remarks>
    internal static double Erf(double x)
    {
        if (!(System.Math.Abs(x) < 6))
            return double.IsNaN(x) ? x : System.Math.Sign(x);
        var square = x * x;
        var lost = System.Math.FusedMultiplyAdd(x, x, -square);
        var (term, sum) = (x, x);
        for (var odd = 3; System.Math.Abs(term) > System.Math.Abs(sum) * 1e-17; odd += 2)
        {
            term *= 2 * square / odd;
            sum += term;
        }
        return 2 / System.Math.Sqrt(System.Math.PI) * System.Math.Exp(-square) * (1 - lost) * sum;
    }
}
