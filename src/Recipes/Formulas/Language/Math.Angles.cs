namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>The sine of x in radians.</summary>
    public static Scalar Sin(Scalar x) => new(x.Values.Map(System.Math.Sin));

    /// <inheritdoc cref="Sin(Scalar)"/>
    public static Row<TAxis> Sin<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Sin));

    /// <summary>The arcsine in radians; NaN beyond ±1. At ±1 its derivative is large instead of infinite.</summary>
    public static Scalar Asin(Scalar x) => new(x.Values.Map(System.Math.Asin));

    /// <inheritdoc cref="Asin(Scalar)"/>
    public static Row<TAxis> Asin<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Asin));

    /// <summary>The arccosine in radians; NaN beyond ±1. At ±1 its derivative is large instead of infinite.</summary>
    public static Scalar Acos(Scalar x) => new(x.Values.Map(System.Math.Acos));

    /// <inheritdoc cref="Acos(Scalar)"/>
    public static Row<TAxis> Acos<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Acos));

    /// <summary>The arctangent in radians; ±π/2 at ±∞.</summary>
    public static Scalar Atan(Scalar x) => new(x.Values.Map(System.Math.Atan));

    /// <inheritdoc cref="Atan(Scalar)"/>
    public static Row<TAxis> Atan<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Atan));
}
