namespace Recipes.Formulas;

/// <summary>The functions of the formula language. NaN goes in, NaN comes out.</summary>
/// <remarks>
/// Every function takes scalars and rows, and the roles that are one. They are meant to be called by their bare names:
/// <c>using static Recipes.Formulas.Math;</c>.
/// </remarks>
public static partial class Math
{
    /// <summary>π.</summary>
    public const double Pi = System.Math.PI;

    /// <summary>e to the power of x.</summary>
    public static Scalar Exp(Scalar x) => new(x.Values.Map(System.Math.Exp));

    /// <inheritdoc cref="Exp(Scalar)"/>
    public static Row<TAxis> Exp<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Exp));

    /// <summary>The natural logarithm; −∞ at 0, NaN below.</summary>
    public static Scalar Log(Scalar x) => new(x.Values.Map(System.Math.Log));

    /// <inheritdoc cref="Log(Scalar)"/>
    public static Row<TAxis> Log<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Log));

    /// <summary>e to the power of x, less 1, without cancellation near 0.</summary>
    public static Scalar Expm1(Scalar x) => new(x.Values.Map(SpecialFunctions.Expm1));

    /// <inheritdoc cref="Expm1(Scalar)"/>
    public static Row<TAxis> Expm1<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.Expm1));

    /// <summary>The natural logarithm of 1 + x, without cancellation near 0.</summary>
    public static Scalar Log1p(Scalar x) => new(x.Values.Map(SpecialFunctions.Log1p));

    /// <inheritdoc cref="Log1p(Scalar)"/>
    public static Row<TAxis> Log1p<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.Log1p));

    /// <summary>The square root.</summary>
    public static Scalar Sqrt(Scalar x) => new(x.Values.Map(System.Math.Sqrt));

    /// <inheritdoc cref="Sqrt(Scalar)"/>
    public static Row<TAxis> Sqrt<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Sqrt));

    /// <summary>The absolute value. Its derivative at 0 is 0.</summary>
    public static Scalar Abs(Scalar x) => new(x.Values.Map(System.Math.Abs));

    /// <inheritdoc cref="Abs(Scalar)"/>
    public static Row<TAxis> Abs<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Abs));

    /// <summary>−1, 0 or 1; NaN for NaN. Its derivative is 0.</summary>
    public static Scalar Sign(Scalar x) => new(x.Values.Map(SpecialFunctions.Sign));

    /// <inheritdoc cref="Sign(Scalar)"/>
    public static Row<TAxis> Sign<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.Sign));

    /// <summary>x · x.</summary>
    public static Scalar Square(Scalar x) => new(x.Values.Map(SpecialFunctions.Square));

    /// <inheritdoc cref="Square(Scalar)"/>
    public static Row<TAxis> Square<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.Square));

    /// <summary>The hyperbolic tangent.</summary>
    public static Scalar Tanh(Scalar x) => new(x.Values.Map(System.Math.Tanh));

    /// <inheritdoc cref="Tanh(Scalar)"/>
    public static Row<TAxis> Tanh<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Tanh));

    /// <summary>The logistic function, 1 / (1 + e⁻ˣ).</summary>
    public static Scalar Sigmoid(Scalar x) => new(x.Values.Map(SpecialFunctions.Sigmoid));

    /// <inheritdoc cref="Sigmoid(Scalar)"/>
    public static Row<TAxis> Sigmoid<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.Sigmoid));

    /// <summary>log(1 + eˣ), without overflow.</summary>
    public static Scalar Softplus(Scalar x) => new(x.Values.Map(SpecialFunctions.Softplus));

    /// <inheritdoc cref="Softplus(Scalar)"/>
    public static Row<TAxis> Softplus<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.Softplus));

    /// <summary>The error function.</summary>
    public static Scalar Erf(Scalar x) => new(x.Values.Map(SpecialFunctions.Erf));

    /// <inheritdoc cref="Erf(Scalar)"/>
    public static Row<TAxis> Erf<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.Erf));

    /// <summary>The cosine of x in radians.</summary>
    public static Scalar Cos(Scalar x) => new(x.Values.Map(System.Math.Cos));

    /// <inheritdoc cref="Cos(Scalar)"/>
    public static Row<TAxis> Cos<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Cos));
}
