namespace Recipes.Generators.Formulas.Graph;

/// <content>What only updates of parameters have: reductions over units and over the whole model, and products of a matrix with itself.</content>
internal sealed partial class FormulaGraph
{
    /// <summary>The greatest over the examples, which are the units of a tensor.</summary>
    public Node ExampleMaximum(Node x) => x.Has(Axes.Example) ? Intern(NodeKind.ExampleMaximum, x.Axes & ~Axes.Example, [x]) : x;

    /// <summary>Σ over all parameters of the model.</summary>
    public Node ModelSum(Node x) => Intern(NodeKind.ModelSum, Axes.None, [x]);

    /// <summary>a·X + b·(X·Xᵀ)·X + c·(X·Xᵀ)²·X, with a row of X for each example.</summary>
    public Node OddPolynomial(Node x, Node a, Node b, Node c) => Intern(NodeKind.OddPolynomial, x.Axes, [x, a, b, c]);
}
