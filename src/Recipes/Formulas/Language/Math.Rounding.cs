namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>The greatest whole number that is not above x. Its derivative is 0.</summary>
    public static Scalar Floor(Scalar x) => new(x.Values.Map(System.Math.Floor));

    /// <inheritdoc cref="Floor(Scalar)"/>
    public static Row<TAxis> Floor<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Floor));

    /// <summary>The nearest whole number, of two the even one. Its derivative is 0.</summary>
    public static Scalar Round(Scalar x) => new(x.Values.Map(System.Math.Round));

    /// <inheritdoc cref="Round(Scalar)"/>
    public static Row<TAxis> Round<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(System.Math.Round));

    /// <summary>The first value with the gradient of the second: what cannot be differentiated is passed as if it had been the second.</summary>
    /// <remarks>The way to round, to binarise or to take a hard choice in training. Only the second gets a gradient.</remarks>
    /// <param name="value">What it is.</param>
    /// <param name="gradientOf">Where the gradient goes, unchanged.</param>
    public static Scalar StraightThrough(Scalar value, Scalar gradientOf) => new(DetachedValues.Of(value.Values, gradientOf.Values));

    /// <inheritdoc cref="StraightThrough(Scalar, Scalar)"/>
    public static Row<TAxis> StraightThrough<TAxis>(IRow<TAxis> value, IRow<TAxis> gradientOf)
        where TAxis : IAxis => new(DetachedValues.Of(value.Values, gradientOf.Values));
}
