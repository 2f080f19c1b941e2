using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Binding;

/// <summary>Products of rows and matrices.</summary>
internal static class MatrixIntrinsics
{
    /// <summary>Σ over the examples of a · bᵀ; of two rows that are the same for all examples once, as the method that is simply called has it.</summary>
    public static Node Gram(FormulaGraph graph, Node a, Axes ofA, Node b, Axes ofB)
    {
        Node sum = graph.MatrixProduct(graph.Expanded(a, Axes.Example | ofA), graph.Expanded(b, Axes.Example | ofB), Transposition.First, ofA | (ofA == ofB ? AxisSets.Column(ofB) : ofB));
        return a.Has(Axes.Example) || b.Has(Axes.Example) ? sum : graph.Divide(sum, graph.Examples);
    }

    /// <summary>The matrix times the row of each example.</summary>
    public static Node Product(FormulaGraph graph, Node matrix, Axes cells, Node x, Axes ofX)
    {
        Axes rows = cells & ~AxisSets.Inner(cells);
        return graph.MatrixProduct(graph.Expanded(x, Axes.Example | ofX), graph.Expanded(matrix, cells), Transposition.Second, Axes.Example | rows);
    }
}
