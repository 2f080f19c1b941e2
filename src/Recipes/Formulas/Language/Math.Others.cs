namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>For each example i and each example j of the batch Σ a_i · b_j, over the axis of the rows.</summary>
    /// <returns>[batch, batch], i along the examples and j along the row.</returns>
    public static Row<Other> PairDot<TAxis>(IRow<TAxis> a, IRow<TAxis> b)
        where TAxis : IAxis
    {
        var count = Values.CommonRows(a.Values.Rows, b.Values.Rows);
        var cells = new double[count * count];
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
                for (var k = 0; k < a.Values.Width; k++)
                    cells[(i * count) + j] += a.Values[i, k] * b.Values[j, k];
        return new(new Values(cells, count, count));
    }

    /// <summary>For each example the number of every example of the batch.</summary>
    /// <returns>[batch], the same row for all examples.</returns>
    public static Row<Other> OfOthers(Scalar x) => new(new Values([.. x.Values.Cells], 1, x.Length));

    /// <summary>For each example the sum over all examples j of <paramref name="weights"/> at j times the row of j.</summary>
    /// <param name="weights">[batch, batch].</param>
    /// <param name="x">[batch, axis].</param>
    public static Row<TAxis> SumOfOthers<TAxis>(IRow<Other> weights, IRow<TAxis> x)
        where TAxis : IAxis
    {
        var (count, width) = (weights.Values.Width, x.Values.Width);
        var cells = new double[count * width];
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
                for (var k = 0; k < width; k++)
                    cells[(i * width) + k] += weights.Values[i, j] * x.Values[j, k];
        return new(new Values(cells, count, width));
    }

    /// <summary>What example j has for example i, at i for j: the transposed row.</summary>
    public static Row<Other> Transpose(IRow<Other> x)
    {
        var count = x.Values.Width;
        var cells = new double[count * count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = x.Values[i % count, i / count];
        return new(new Values(cells, count, count));
    }

    /// <summary>Which examples of the batch have the same label, the example itself among them.</summary>
    public static Condition<Other> Same(Label y) => SameIndex(y.Indices);

    /// <summary>Which examples of the batch are of the same group, the example itself among them.</summary>
    public static Condition<Other> Same(Group g) => SameIndex(g.Indices);

    /// <summary>Which examples of the batch are of the same domain, the example itself among them.</summary>
    public static Condition<Other> Same(Domain d) => SameIndex(d.Indices);

    /// <summary>Which of the examples is the example itself.</summary>
    /// <param name="like">A row over the examples of the batch.</param>
    public static Condition<Other> IsSelf(IRow<Other> like) => SameIndex([.. Enumerable.Range(0, like.Values.Width)]);

    private static Condition<Other> SameIndex(int[] indices)
    {
        var cells = new double[indices.Length * indices.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = indices[i / indices.Length] == indices[i % indices.Length] ? 1 : 0;
        return new(new Values(cells, indices.Length, indices.Length));
    }
}
