namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>Whether a &lt; b; false for NaN.</summary>
    public static Condition Less(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, (x, y) => x < y ? 1 : 0));

    /// <inheritdoc cref="Less(Scalar, Scalar)"/>
    public static Condition<TAxis> Less<TAxis>(IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x < y ? 1 : 0));

    /// <inheritdoc cref="Less(Scalar, Scalar)"/>
    public static Condition<TAxis> Less<TAxis>(IRow<TAxis> a, Scalar b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x < y ? 1 : 0));

    /// <inheritdoc cref="Less(Scalar, Scalar)"/>
    public static Condition<TAxis> Less<TAxis>(Scalar a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x < y ? 1 : 0));

    /// <summary>Whether a ≤ b; false for NaN.</summary>
    public static Condition LessOrEqual(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, (x, y) => x <= y ? 1 : 0));

    /// <inheritdoc cref="LessOrEqual(Scalar, Scalar)"/>
    public static Condition<TAxis> LessOrEqual<TAxis>(IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x <= y ? 1 : 0));

    /// <inheritdoc cref="LessOrEqual(Scalar, Scalar)"/>
    public static Condition<TAxis> LessOrEqual<TAxis>(IRow<TAxis> a, Scalar b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x <= y ? 1 : 0));

    /// <inheritdoc cref="LessOrEqual(Scalar, Scalar)"/>
    public static Condition<TAxis> LessOrEqual<TAxis>(Scalar a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x <= y ? 1 : 0));

    /// <summary>Whether a &gt; b; false for NaN.</summary>
    public static Condition Greater(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, (x, y) => x > y ? 1 : 0));

    /// <inheritdoc cref="Greater(Scalar, Scalar)"/>
    public static Condition<TAxis> Greater<TAxis>(IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x > y ? 1 : 0));

    /// <inheritdoc cref="Greater(Scalar, Scalar)"/>
    public static Condition<TAxis> Greater<TAxis>(IRow<TAxis> a, Scalar b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x > y ? 1 : 0));

    /// <inheritdoc cref="Greater(Scalar, Scalar)"/>
    public static Condition<TAxis> Greater<TAxis>(Scalar a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x > y ? 1 : 0));

    /// <summary>Whether a ≥ b; false for NaN.</summary>
    public static Condition GreaterOrEqual(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, (x, y) => x >= y ? 1 : 0));

    /// <inheritdoc cref="GreaterOrEqual(Scalar, Scalar)"/>
    public static Condition<TAxis> GreaterOrEqual<TAxis>(IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x >= y ? 1 : 0));

    /// <inheritdoc cref="GreaterOrEqual(Scalar, Scalar)"/>
    public static Condition<TAxis> GreaterOrEqual<TAxis>(IRow<TAxis> a, Scalar b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x >= y ? 1 : 0));

    /// <inheritdoc cref="GreaterOrEqual(Scalar, Scalar)"/>
    public static Condition<TAxis> GreaterOrEqual<TAxis>(Scalar a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x >= y ? 1 : 0));

    /// <summary>Whether a = b; false for NaN.</summary>
    public static Condition Equal(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, (x, y) => x == y ? 1 : 0));

    /// <inheritdoc cref="Equal(Scalar, Scalar)"/>
    public static Condition<TAxis> Equal<TAxis>(IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x == y ? 1 : 0));

    /// <inheritdoc cref="Equal(Scalar, Scalar)"/>
    public static Condition<TAxis> Equal<TAxis>(IRow<TAxis> a, Scalar b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x == y ? 1 : 0));

    /// <inheritdoc cref="Equal(Scalar, Scalar)"/>
    public static Condition<TAxis> Equal<TAxis>(Scalar a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, (x, y) => x == y ? 1 : 0));
}
