namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>The sum of the row's numbers.</summary>
    public static Scalar Sum<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Reduce(RowFunctions.Sum));

    /// <summary>The mean of the row's numbers.</summary>
    public static Scalar Mean<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Reduce(row => RowFunctions.Sum(row) / row.Length));

    /// <summary>The greatest of the row's numbers; NaN if one is. At a tie the gradient goes to the first.</summary>
    public static Scalar Max<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Reduce(RowFunctions.Max));

    /// <summary>The least of the row's numbers; NaN if one is. At a tie the gradient goes to the first.</summary>
    public static Scalar Min<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Reduce(RowFunctions.Min));

    /// <summary>log Σ eˣ, without overflow.</summary>
    public static Scalar LogSumExp<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Reduce(RowFunctions.LogSumExp));

    /// <summary>eˣ / Σ eˣ: probabilities that sum to 1. Unchanged when the same number is added to all of the row.</summary>
    public static Row<TAxis> Softmax<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.MapRows(RowFunctions.Softmax));

    /// <summary>The logarithm of <see cref="Softmax{TAxis}(IRow{TAxis})"/>, without underflow. Unchanged when the same number is added to all of the row.</summary>
    public static Row<TAxis> LogSoftmax<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.MapRows(RowFunctions.LogSoftmax));

    /// <summary>The Euclidean norm √Σ x². Its gradient at the zero row is 0.</summary>
    public static Scalar Norm<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => Sqrt(Sum(Square(x)));

    /// <summary>Σ a · b.</summary>
    public static Scalar Dot<TAxis>(IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis => Sum(new Row<TAxis>(Values.Zip(a.Values, b.Values, (x, y) => x * y)));

    /// <summary>A row that is 1 at the label's class and 0 elsewhere.</summary>
    /// <param name="label">The classes.</param>
    /// <param name="like">A row with as many classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The row has fewer classes.</exception>
    public static Row<Class> OneHot(Label label, IRow<Class> like)
    {
        var width = like.Values.Width;
        var rows = new double[label.Length, width];
        for (var i = 0; i < label.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label[i], width, nameof(label));
            rows[i, label[i]] = 1;
        }
        return new(rows);
    }
}
