namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>How many positions of the row the mask holds for.</summary>
    public static Scalar Count<TAxis>(Condition<TAxis> mask)
        where TAxis : IAxis => new(mask.Values.Reduce(RowFunctions.Sum));

    /// <summary>The sum of the numbers for which the mask holds; 0 if there are none. What is masked does not count, whatever it is: NaN as well.</summary>
    public static Scalar Sum<TAxis>(IRow<TAxis> x, Condition<TAxis> mask)
        where TAxis : IAxis => new(Masked(x, mask, 0).Reduce(RowFunctions.Sum));

    /// <summary>The mean of the numbers for which the mask holds; 0 if there are none.</summary>
    public static Scalar Mean<TAxis>(IRow<TAxis> x, Condition<TAxis> mask)
        where TAxis : IAxis => Sum(x, mask) / Max(Count(mask), 1);

    /// <summary>The greatest of the numbers for which the mask holds; −10³⁰ if there are none. At a tie the gradient goes to the first.</summary>
    public static Scalar Max<TAxis>(IRow<TAxis> x, Condition<TAxis> mask)
        where TAxis : IAxis => new(Masked(x, mask, -Far).Reduce(RowFunctions.Max));

    /// <summary>The least of the numbers for which the mask holds; 10³⁰ if there are none. At a tie the gradient goes to the first.</summary>
    public static Scalar Min<TAxis>(IRow<TAxis> x, Condition<TAxis> mask)
        where TAxis : IAxis => new(Masked(x, mask, Far).Reduce(RowFunctions.Min));

    /// <summary>log Σ eˣ over the numbers for which the mask holds; about −10³⁰ if there are none.</summary>
    public static Scalar LogSumExp<TAxis>(IRow<TAxis> x, Condition<TAxis> mask)
        where TAxis : IAxis => new(Masked(x, mask, -Far).Reduce(RowFunctions.LogSumExp));

    /// <summary>Probabilities over the positions for which the mask holds, 0 elsewhere.</summary>
    public static Row<TAxis> Softmax<TAxis>(IRow<TAxis> x, Condition<TAxis> mask)
        where TAxis : IAxis => Where(mask, Exp(LogSoftmax(x, mask)), 0);

    /// <summary>The logarithm of <see cref="Softmax{TAxis}(IRow{TAxis}, Condition{TAxis})"/> where the mask holds, 0 elsewhere.</summary>
    public static Row<TAxis> LogSoftmax<TAxis>(IRow<TAxis> x, Condition<TAxis> mask)
        where TAxis : IAxis => Where(mask, new Row<TAxis>(x.Values) - LogSumExp(x, mask), 0);

    /// <summary>Stands for infinity where nothing was left over by a mask.</summary>
    private const double Far = 1e30;

    private static Values Masked<TAxis>(IRow<TAxis> x, Condition<TAxis> mask, double otherwise)
        where TAxis : IAxis => Values.Choose(mask.Values, x.Values, new([otherwise], 1, 0));
}
