namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>A row that is 1 at the example's group and 0 elsewhere.</summary>
    public static Row<Groups> OneHot(Group g) => new(OneHotRows(g.Indices, g.Count));

    /// <summary>A row that is 1 at the example's domain and 0 elsewhere.</summary>
    public static Row<Domains> OneHot(Domain d) => new(OneHotRows(d.Indices, d.Count));

    /// <summary>For each example the mean over the examples of the batch of the same group, itself included.</summary>
    public static Scalar MeanBy(Scalar x, Group g) => new(x.Values.MeanByGroup(g.Indices));

    /// <inheritdoc cref="MeanBy(Scalar, Group)"/>
    public static Row<TAxis> MeanBy<TAxis>(IRow<TAxis> x, Group g)
        where TAxis : IAxis => new(x.Values.MeanByGroup(g.Indices));

    /// <summary>For each example the mean over the examples of the batch of the same domain, itself included.</summary>
    public static Scalar MeanBy(Scalar x, Domain d) => new(x.Values.MeanByGroup(d.Indices));

    /// <inheritdoc cref="MeanBy(Scalar, Domain)"/>
    public static Row<TAxis> MeanBy<TAxis>(IRow<TAxis> x, Domain d)
        where TAxis : IAxis => new(x.Values.MeanByGroup(d.Indices));

    /// <summary>How many examples of the batch have the same label, the example itself included.</summary>
    public static Scalar CountBy(Label y) => new(CountsOf(y.Indices));

    /// <summary>How many examples of the batch are of the same group, the example itself included.</summary>
    public static Scalar CountBy(Group g) => new(CountsOf(g.Indices));

    /// <summary>How many examples of the batch are of the same domain, the example itself included.</summary>
    public static Scalar CountBy(Domain d) => new(CountsOf(d.Indices));

    /// <summary>The sum over the examples of the batch. The gradient reaches every example.</summary>
    public static Scalar BatchSum(Scalar x) => BatchMean(x) * x.Length;

    /// <inheritdoc cref="BatchSum(Scalar)"/>
    public static Row<TAxis> BatchSum<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => BatchMean(x) * x.Values.Rows;

    /// <summary>The number of examples in the batch.</summary>
    /// <param name="like">A value of each example.</param>
    public static Scalar BatchCount(Scalar like) => like.Length;

    private static double[] CountsOf(int[] indices) => [.. indices.Select(i => (double)indices.Count(j => j == i))];

    private static Values OneHotRows(int[] indices, int count)
    {
        var cells = new double[indices.Length * count];
        for (var i = 0; i < indices.Length; i++)
            cells[(i * count) + indices[i]] = 1;
        return new(cells, indices.Length, count);
    }
}
