namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>The mean over the examples of the batch. The gradient reaches every example.</summary>
    public static Scalar BatchMean(Scalar x) => new(MeanOverExamples(x.Values));

    /// <inheritdoc cref="BatchMean(Scalar)"/>
    public static Row<TAxis> BatchMean<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(MeanOverExamples(x.Values));

    /// <summary>For each example the mean over the examples of the batch with the same label, itself included.</summary>
    public static Scalar MeanByLabel(Scalar x, Label label) => new(x.Values.MeanByGroup(label.Indices));

    /// <inheritdoc cref="MeanByLabel(Scalar, Label)"/>
    public static Row<TAxis> MeanByLabel<TAxis>(IRow<TAxis> x, Label label)
        where TAxis : IAxis => new(x.Values.MeanByGroup(label.Indices));

    /// <summary>The value as it is, and no gradient through it.</summary>
    public static Scalar Stop(Scalar x) => new(DetachedValues.Of(x.Values));

    /// <inheritdoc cref="Stop(Scalar)"/>
    public static Row<TAxis> Stop<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(DetachedValues.Of(x.Values));

    private static Values MeanOverExamples(Values x)
    {
        var mean = new double[System.Math.Max(1, x.Width)];
        for (var column = 0; column < mean.Length; column++)
        {
            for (var row = 0; row < x.Rows; row++)
                mean[column] += x[row, column];
            mean[column] /= x.Rows;
        }
        return new(mean, 1, x.Width);
    }
}
