namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>Whether both hold.</summary>
    public static Condition And(Condition a, Condition b) => new(Values.Zip(a.Values, b.Values, System.Math.Min));

    /// <inheritdoc cref="And(Condition, Condition)"/>
    public static Condition<TAxis> And<TAxis>(Condition<TAxis> a, Condition<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Min));

    /// <inheritdoc cref="And(Condition, Condition)"/>
    public static Condition<TAxis> And<TAxis>(Condition<TAxis> a, Condition b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Min));

    /// <inheritdoc cref="And(Condition, Condition)"/>
    public static Condition<TAxis> And<TAxis>(Condition a, Condition<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Min));

    /// <summary>Whether at least one holds.</summary>
    public static Condition Or(Condition a, Condition b) => new(Values.Zip(a.Values, b.Values, System.Math.Max));

    /// <inheritdoc cref="Or(Condition, Condition)"/>
    public static Condition<TAxis> Or<TAxis>(Condition<TAxis> a, Condition<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Max));

    /// <inheritdoc cref="Or(Condition, Condition)"/>
    public static Condition<TAxis> Or<TAxis>(Condition<TAxis> a, Condition b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Max));

    /// <inheritdoc cref="Or(Condition, Condition)"/>
    public static Condition<TAxis> Or<TAxis>(Condition a, Condition<TAxis> b)
        where TAxis : IAxis => new(Values.Zip(a.Values, b.Values, System.Math.Max));

    /// <summary>Whether it does not hold.</summary>
    public static Condition Not(Condition a) => new(a.Values.Map(x => 1 - x));

    /// <inheritdoc cref="Not(Condition)"/>
    public static Condition<TAxis> Not<TAxis>(Condition<TAxis> a)
        where TAxis : IAxis => new(a.Values.Map(x => 1 - x));

    /// <summary>The first value where the condition holds, else the second. The gradient goes to the chosen one.</summary>
    public static Scalar Where(Condition condition, Scalar a, Scalar b) => new(Values.Choose(condition.Values, a.Values, b.Values));

    /// <inheritdoc cref="Where(Condition, Scalar, Scalar)"/>
    public static Row<TAxis> Where<TAxis>(Condition condition, IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Choose(condition.Values, a.Values, b.Values));

    /// <inheritdoc cref="Where(Condition, Scalar, Scalar)"/>
    public static Row<TAxis> Where<TAxis>(Condition condition, IRow<TAxis> a, Scalar b)
        where TAxis : IAxis => new(Values.Choose(condition.Values, a.Values, b.Values));

    /// <inheritdoc cref="Where(Condition, Scalar, Scalar)"/>
    public static Row<TAxis> Where<TAxis>(Condition condition, Scalar a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Choose(condition.Values, a.Values, b.Values));

    /// <inheritdoc cref="Where(Condition, Scalar, Scalar)"/>
    public static Row<TAxis> Where<TAxis>(Condition<TAxis> condition, Scalar a, Scalar b)
        where TAxis : IAxis => new(Values.Choose(condition.Values, a.Values, b.Values));

    /// <inheritdoc cref="Where(Condition, Scalar, Scalar)"/>
    public static Row<TAxis> Where<TAxis>(Condition<TAxis> condition, IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Choose(condition.Values, a.Values, b.Values));

    /// <inheritdoc cref="Where(Condition, Scalar, Scalar)"/>
    public static Row<TAxis> Where<TAxis>(Condition<TAxis> condition, IRow<TAxis> a, Scalar b)
        where TAxis : IAxis => new(Values.Choose(condition.Values, a.Values, b.Values));

    /// <inheritdoc cref="Where(Condition, Scalar, Scalar)"/>
    public static Row<TAxis> Where<TAxis>(Condition<TAxis> condition, Scalar a, IRow<TAxis> b)
        where TAxis : IAxis => new(Values.Choose(condition.Values, a.Values, b.Values));
}
