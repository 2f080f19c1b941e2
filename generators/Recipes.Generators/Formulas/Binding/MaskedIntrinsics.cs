using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Binding;

/// <summary>Reductions of those entries of a row for which a condition holds. What is masked does not count, whatever it is.</summary>
internal static class MaskedIntrinsics
{
    /// <summary>Stands for infinity where nothing was left over by a mask.</summary>
    private const double Far = 1e30;

    public static Node Count(FormulaGraph graph, Node mask, Axes axis) => graph.RowSum(graph.Choose(mask, graph.One, graph.Zero), axis);

    public static Node Sum(FormulaGraph graph, Node x, Node mask, Axes axis) => graph.RowSum(graph.Masked(mask, x), axis);

    public static Node Mean(FormulaGraph graph, Node x, Node mask, Axes axis) => graph.Divide(Sum(graph, x, mask, axis), graph.Greater(Count(graph, mask, axis), graph.One));

    public static Node Maximum(FormulaGraph graph, Node x, Node mask, Axes axis) => graph.RowMaximum(graph.Choose(mask, x, graph.Constant(-Far)), axis);

    public static Node Minimum(FormulaGraph graph, Node x, Node mask, Axes axis) => graph.RowMinimum(graph.Choose(mask, x, graph.Constant(Far)), axis);

    /// <summary>The greatest of what is left is taken off before the exponential, of which no gradient is taken.</summary>
    public static Node LogSumExp(FormulaGraph graph, Node x, Node mask, Axes axis)
    {
        Node offset = graph.Detach(Maximum(graph, x, mask, axis));
        Node sum = Sum(graph, graph.Apply(Function.Exp, graph.Masked(mask, graph.Subtract(x, offset))), mask, axis);
        // An empty row has the sum 0; its logarithm would be infinite, and so would be its gradient.
        return graph.Add(offset, graph.Apply(Function.Log, graph.Greater(sum, graph.Constant(1e-37))));
    }

    public static Node LogSoftmax(FormulaGraph graph, Node x, Node mask, Axes axis) => graph.Masked(mask, graph.Subtract(x, LogSumExp(graph, x, mask, axis)));

    public static Node Softmax(FormulaGraph graph, Node x, Node mask, Axes axis) => graph.Masked(mask, graph.Apply(Function.Exp, LogSoftmax(graph, x, mask, axis)));
}
