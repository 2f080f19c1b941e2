namespace Recipes.Generators.Formulas.Graph;

/// <content>What is computed of whole arrays: pairs of examples, matrices, order.</content>
internal sealed partial class FormulaGraph
{
    /// <summary>The numbers of <paramref name="x"/> along another axis of the same length.</summary>
    public Node Relabelled(Node x, Axes axis)
    {
        if (x.Axes == Axes.None || x.Axes == axis) return x;
        if (x.Kind == NodeKind.Relabelled) return Relabelled(x.Operands[0], axis);
        if (AxisSets.Count(x.Axes) != 1) throw new FormulaLimitException("only one number of each example goes to the others");
        return Intern(NodeKind.Relabelled, axis, [x]);
    }

    /// <summary>The product of two arrays as they lie in memory; its axes are those that are left.</summary>
    public Node MatrixProduct(Node a, Node b, Transposition transposition, Axes axes) =>
        a.IsConstant(0) || b.IsConstant(0) ? Zero : Intern(NodeKind.MatrixProduct, axes, [a, b], selector: (int)transposition);

    public Node Transposed(Node x) =>
        AxisSets.Count(x.Axes) < 2 ? SwappedVector(x) : x.Kind == NodeKind.Transposed ? x.Operands[0] : Intern(NodeKind.Transposed, x.Axes, [x]);

    public Node Inverse(Node matrix, Axes cells) => Intern(NodeKind.Inverse, cells, [Expanded(matrix, cells)]);

    public Node LogDeterminant(Node matrix, Axes cells) => Intern(NodeKind.LogDeterminant, Axes.None, [Expanded(matrix, cells)]);

    public Node Eigenvalues(Node matrix, Axes cells) => Intern(NodeKind.Eigenvalues, AxisSets.Outer(cells), [Expanded(matrix, cells)]);

    public Node Eigenvectors(Node matrix, Axes cells) => Intern(NodeKind.Eigenvectors, cells, [Expanded(matrix, cells)]);

    /// <summary>The place of each number along the axis, from the greatest.</summary>
    public Node Ranked(Node x, Axes axis) => Intern(NodeKind.Ranked, x.Axes | axis, [Expanded(x, x.Axes | axis)], selector: (int)axis);

    /// <summary>The numbers at their places <paramref name="rank"/>, or <paramref name="back"/> from there.</summary>
    public Node Permuted(Node x, Node rank, Axes axis, bool back) =>
        x.IsConstant(0) ? x : Intern(NodeKind.Permuted, rank.Axes, [Expanded(x, rank.Axes), rank], selector: (int)axis, value: back ? 1 : 0);

    public Node Expanded(Node x, Axes axes) => x.Axes == axes ? x : Intern(NodeKind.Expanded, axes, [x]);

    public Node LabelNumber(Node label) => Intern(NodeKind.LabelNumber, label.Axes, [label]);

    /// <summary>0, 1, 2 … along the axis.</summary>
    public Node Positions(Axes axis) => Input($"positions.{axis}", axis);

    /// <summary>The number of the outer loop: the example itself among the others, the row of a matrix.</summary>
    public Node OuterIndex(Axes outer) => LabelInput($"row.{outer}", outer);

    // A row for all examples, transposed, is a number for each.
    private Node SwappedVector(Node x) => x.Axes switch
    {
        Axes.Example => Relabelled(x, Axes.Other),
        Axes.Other => Relabelled(x, Axes.Example),
        Axes.None => x,
        _ when ((int)x.Axes >> AxisSets.Again) != 0 => Relabelled(x, (Axes)((int)x.Axes >> AxisSets.Again)),
        _ => Relabelled(x, AxisSets.Column(x.Axes)),
    };
}
