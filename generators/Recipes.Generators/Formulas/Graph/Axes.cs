using System;

namespace Recipes.Generators.Formulas.Graph;

/// <summary>What a value has one of: an example of the batch, an entry of a row, a class of the label.</summary>
/// <remarks>
/// In the order of loops: of a value's two axes the smaller one is the outer loop, and a matrix lies in memory that way. Axes of rows are in the order of
/// <see cref="Reading.FormulaAxis"/>, which says what the rows of a matrix may be.
/// </remarks>
[Flags]
internal enum Axes
{
    /// <summary>One value for the whole step.</summary>
    None = 0,
    /// <summary>The examples of the batch.</summary>
    Example = 1 << 0,
    /// <summary>The classes as labels, or the groups: a table of sums by label.</summary>
    Label = 1 << 1,
    /// <summary>The row that the formula is about: classes in a loss, features in a layer, the elements of one tensor in an optimizer.</summary>
    Row = 1 << 2,
    /// <summary>The features of an embedding, in a loss.</summary>
    Feature = 1 << 3,
    /// <summary>The targets of a regression.</summary>
    Output = 1 << 4,
    /// <summary>The examples of the batch once more: the other example of a pair.</summary>
    Other = 1 << 5,
    /// <summary>The groups of the data.</summary>
    Group = 1 << 6,
    /// <summary>The domains of the data.</summary>
    Domain = 1 << 7,
    /// <summary>The columns of a matrix whose rows are classes as well.</summary>
    RowAgain = Row << AxisSets.Again,
    /// <summary>The columns of a matrix whose rows are features as well.</summary>
    FeatureAgain = Feature << AxisSets.Again,
    /// <summary>The columns of a matrix whose rows are outputs as well.</summary>
    OutputAgain = Output << AxisSets.Again,
}

/// <summary>What sets of axes have in common.</summary>
internal static class AxisSets
{
    /// <summary>How far the axis of the columns of a square matrix is from that of its rows.</summary>
    public const int Again = 8;

    /// <summary>The axis of the columns where rows and columns run over the same.</summary>
    public static Axes Column(Axes axis) => (Axes)((int)axis << Again);

    /// <summary>The innermost axis; none if there is none.</summary>
    public static Axes Inner(Axes axes)
    {
        int bits = (int)axes;
        int last = 0;
        for (int bit = 1; bit <= bits && bit > 0; bit <<= 1)
            if ((bits & bit) != 0) last = bit;
        return (Axes)last;
    }

    /// <summary>The outermost axis; none if there is none.</summary>
    public static Axes Outer(Axes axes) => (Axes)((int)axes & -(int)axes);

    /// <summary>How many axes there are.</summary>
    public static int Count(Axes axes)
    {
        int count = 0;
        for (int bits = (int)axes; bits != 0; bits &= bits - 1) count++;
        return count;
    }

    /// <summary>Whether it is one row for the whole batch: an axis, and not that of the examples or of a table.</summary>
    public static bool IsVector(Axes axes) => Count(axes) == 1 && (axes & (Axes.Example | Axes.Label)) == 0;

    /// <summary>Whether it is a row for each of something.</summary>
    public static bool IsMatrix(Axes axes) => Count(axes & ~Axes.Label) == 2;
}
