namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>The smaller of the two; NaN if either is. At a tie the gradient goes to the first.</summary>
    public static Scalar Min(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, System.Math.Min));

    /// <inheritdoc cref="Min(Scalar, Scalar)"/>
    public static Row<TAxis> Min<TAxis>(IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Min));

    /// <inheritdoc cref="Min(Scalar, Scalar)"/>
    public static Row<TAxis> Min<TAxis>(IRow<TAxis> a, Scalar b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Min));

    /// <inheritdoc cref="Min(Scalar, Scalar)"/>
    public static Row<TAxis> Min<TAxis>(Scalar a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Min));

    /// <summary>The greater of the two; NaN if either is. At a tie the gradient goes to the first.</summary>
    public static Scalar Max(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, System.Math.Max));

    /// <inheritdoc cref="Max(Scalar, Scalar)"/>
    public static Row<TAxis> Max<TAxis>(IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Max));

    /// <inheritdoc cref="Max(Scalar, Scalar)"/>
    public static Row<TAxis> Max<TAxis>(IRow<TAxis> a, Scalar b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Max));

    /// <inheritdoc cref="Max(Scalar, Scalar)"/>
    public static Row<TAxis> Max<TAxis>(Scalar a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Max));

    /// <summary>x to the power of p; 1 for p = 0.</summary>
    public static Scalar Pow(Scalar x, Scalar p) => new(Values.Zip(x.Values, p.Values, System.Math.Pow));

    /// <inheritdoc cref="Pow(Scalar, Scalar)"/>
    public static Row<TAxis> Pow<TAxis>(IRow<TAxis> x, IRow<TAxis> p)
        where TAxis : IAxis => new(Values.Zip(x.Values, p.Values, System.Math.Pow));

    /// <inheritdoc cref="Pow(Scalar, Scalar)"/>
    public static Row<TAxis> Pow<TAxis>(IRow<TAxis> x, Scalar p)
        where TAxis : IAxis => new(Values.Zip(x.Values, p.Values, System.Math.Pow));

    /// <inheritdoc cref="Pow(Scalar, Scalar)"/>
    public static Row<TAxis> Pow<TAxis>(Scalar x, IRow<TAxis> p)
        where TAxis : IAxis => new(Values.Zip(x.Values, p.Values, System.Math.Pow));

    /// <summary>x, but no less than <paramref name="low"/> and then no more than <paramref name="high"/>; NaN stays NaN.</summary>
    public static Scalar Clamp(Scalar x, Scalar low, Scalar high) => Min(Max(x, low), high);

    /// <inheritdoc cref="Clamp(Scalar, Scalar, Scalar)"/>
    public static Row<TAxis> Clamp<TAxis>(IRow<TAxis> x, Scalar low, Scalar high)
        where TAxis : IAxis => Min(Max(x, low), high);
}
