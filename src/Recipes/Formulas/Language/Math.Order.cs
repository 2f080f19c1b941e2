namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>The place of each number among the row's, from the greatest: 0, 1, 2 …; of equal ones the first is before. No gradient.</summary>
    /// <remarks>
    /// Everything sorted is made of it: the k largest are where <c>Less(Rank(x), k)</c>, the k-th largest is
    /// <c>Sum(x, Equal(Rank(x), k))</c>.
    /// </remarks>
    public static Row<TAxis> Rank<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.MapRows(RowFunctions.Rank));

    /// <summary>The place of each example's number among the batch's, from the greatest: 0, 1, 2 …; of equal ones the first is before. No gradient.</summary>
    public static Scalar BatchRank(Scalar x)
    {
        var ranks = new double[x.Length];
        RowFunctions.Rank(x.Values.Cells, ranks);
        return new(ranks);
    }

    /// <summary>The numbers of the row from the greatest to the least. The gradient goes back to where each was.</summary>
    public static Row<TAxis> Sorted<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.MapRows(RowFunctions.Sort));

    /// <summary>The numbers of the examples from the greatest to the least: the first example gets the greatest.</summary>
    public static Scalar BatchSorted(Scalar x)
    {
        var sorted = new double[x.Length];
        RowFunctions.Sort(x.Values.Cells, sorted);
        return new(sorted);
    }

    /// <summary>The place of each number among those that the examples have at its place of the row, from the greatest. No gradient.</summary>
    public static Row<TAxis> BatchRank<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(OverColumns(x.Values, RowFunctions.Rank));

    /// <summary>At each place of the row the numbers of the examples from the greatest to the least: the first example gets the greatest of each.</summary>
    public static Row<TAxis> BatchSorted<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(OverColumns(x.Values, RowFunctions.Sort));

    /// <summary>0, 1, 2 … along the row.</summary>
    /// <param name="like">A row over the same axis.</param>
    public static Row<TAxis> Indices<TAxis>(IRow<TAxis> like)
        where TAxis : IAxis => new(new Values([.. Enumerable.Range(0, like.Values.Width).Select(i => (double)i)], 1, like.Values.Width));

    /// <summary>The place of the row's greatest number, the first at a tie.</summary>
    public static Position<TAxis> ArgMax<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new([.. x.Values.Reduce(row => RowFunctions.ArgMax(row)).Cells.ToArray().Select(i => (int)i)]);

    /// <summary>Whether both are the same class.</summary>
    public static Condition Equal(Position<Class> a, Position<Class> b) => new(Values.Zip(
        Values.Of([.. a.Indices.Select(i => (double)i)]), Values.Of([.. b.Indices.Select(i => (double)i)]), (x, y) => x == y ? 1 : 0));

    private static Values OverColumns(Values x, Values.RowFunction function)
    {
        var result = new double[x.Rows * x.Width];
        double[] column = new double[x.Rows], ordered = new double[x.Rows];
        for (var c = 0; c < x.Width; c++)
        {
            for (var row = 0; row < x.Rows; row++)
                column[row] = x[row, c];
            function(column, ordered);
            for (var row = 0; row < x.Rows; row++)
                result[(row * x.Width) + c] = ordered[row];
        }
        return new(result, x.Rows, x.Width);
    }
}
