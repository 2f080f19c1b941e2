using System;
using System.Collections.Generic;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Derivatives;

/// <summary>Reverse-mode differentiation of a graph into the same graph.</summary>
/// <remarks>
/// A gradient is summed over the axes that an operand lacks, so a reduction over the batch, a sum over a row and a learned scalar
/// need no rules of their own. Conventions: |x|′ = 0 at 0, a maximum's gradient goes to the first, and a power's derivative takes
/// a base that is at least tiny, as 0 to a negative power times 0 would be NaN.
/// </remarks>
internal static class Gradient
{
    private const double Tiny = 1e-30;

    /// <summary>The gradients of <paramref name="output"/>, an axis-free value, by <paramref name="inputs"/>.</summary>
    public static Node[] Of(FormulaGraph graph, Node output, IReadOnlyList<Node> inputs, GradientMutation? mutation = null) => Of(graph, output, graph.One, inputs, mutation);

    /// <summary>The gradients when <paramref name="outputGradient"/> arrives at <paramref name="output"/>.</summary>
    public static Node[] Of(FormulaGraph graph, Node output, Node outputGradient, IReadOnlyList<Node> inputs, GradientMutation? mutation = null)
    {
        List<Node> order = Reachable.From([output]);
        HashSet<Node> dependent = DependentOn(inputs, order);
        var arriving = new Dictionary<Node, List<(double, Node)>> { [output] = [(1, outputGradient)] };
        var totals = new Dictionary<Node, Node>();
        for (int i = order.Count - 1; i >= 0; i--)
        {
            Node node = order[i];
            if (!arriving.TryGetValue(node, out List<(double, Node)> parts)) continue;
            Node total = graph.Total(parts);
            if (node.Hint is { } name && total.Kind is not (NodeKind.Constant or NodeKind.Input)) total.Hint ??= "gradientBy" + char.ToUpperInvariant(name[0]) + name.Substring(1);
            totals[node] = total;
            if (!total.IsConstant(0)) Propagate(graph, node, total, dependent, arriving, mutation);
        }

        var result = new Node[inputs.Count];
        for (int i = 0; i < result.Length; i++) result[i] = totals.TryGetValue(inputs[i], out Node total) ? total : graph.Zero;
        return result;
    }

    private static void Propagate(
        FormulaGraph graph, Node node, Node gradient, HashSet<Node> dependent, Dictionary<Node, List<(double, Node)>> arriving, GradientMutation? mutation)
    {
        bool Needs(int operand) => dependent.Contains(node.Operands[operand]);

        void Send(int operand, Node part, Axes? from = null)
        {
            if (mutation is not null) (operand, part) = mutation(graph, node, gradient, operand, part);
            Node target = node.Operands[operand];
            Axes missing = (from ?? node.Axes) & ~target.Axes;
            // From the innermost outward: what is left of a sum over a row is summed over the examples.
            for (Axes rest = missing & ~(Axes.Example | Axes.Label); rest != 0; rest &= ~AxisSets.Inner(rest)) part = graph.RowSum(part, AxisSets.Inner(rest));
            if ((missing & Axes.Example) != 0) part = graph.ExampleSum(part);
            if (part.IsConstant(0)) return;
            if (!arriving.TryGetValue(target, out List<(double, Node)> parts)) arriving[target] = parts = [];
            parts.Add((1, part));
        }

        Node[] operands = node.Operands;
        switch (node.Kind)
        {
            case NodeKind.Total:
                for (int i = 0; i < operands.Length; i++)
                    if (Needs(i)) Send(i, graph.Scale(node.Weights[i], gradient));
                break;
            case NodeKind.Product:
                for (int i = 0; i < operands.Length; i++)
                    if (Needs(i)) Send(i, graph.Multiply(gradient, WithoutOne(graph, node, i)));
                break;
            case NodeKind.Function:
                if (Needs(0)) Send(0, graph.Multiply(gradient, OfFunction(graph, node)));
                break;
            case NodeKind.Power:
                if (Needs(0)) Send(0, graph.Multiply(gradient, OfBase(graph, operands[0], operands[1])));
                if (Needs(1)) Send(1, graph.Multiply(gradient, node, graph.Apply(Function.Log, graph.Greater(operands[0], graph.Constant(Tiny)))));
                break;
            case NodeKind.Greater:
            case NodeKind.Lesser:
            {
                Node first = node.Kind == NodeKind.Greater
                    ? graph.Compare(Relation.LessOrEqual, operands[1], operands[0])
                    : graph.Compare(Relation.LessOrEqual, operands[0], operands[1]);
                if (Needs(0)) Send(0, graph.Masked(first, gradient));
                if (Needs(1)) Send(1, graph.Masked(graph.Not(first), gradient));
                break;
            }
            case NodeKind.Choice:
                if (Needs(1)) Send(1, graph.Masked(operands[0], gradient));
                if (Needs(2)) Send(2, graph.Masked(graph.Not(operands[0]), gradient));
                break;
            case NodeKind.Masked:
                if (Needs(1)) Send(1, graph.Masked(operands[0], gradient));
                break;
            case NodeKind.Shifted:
                if (Needs(0)) Send(0, gradient);
                if (Needs(1)) Send(1, graph.Negate(gradient));
                break;
            case NodeKind.RowSum:
            case NodeKind.ExampleSum:
                if (Needs(0)) Send(0, gradient);
                break;
            case NodeKind.StraightThrough:
                Send(1, gradient);
                break;
            case NodeKind.RowMaximum:
                if (Needs(0)) Send(0, graph.OneHot(gradient, graph.ArgMax(operands[0], node.Axis), node.Axis));
                break;
            case NodeKind.Pick:
                // What is picked from may lack examples: a row for the whole batch.
                if (Needs(0)) Send(0, graph.OneHot(gradient, operands[1], node.Axis));
                break;
            case NodeKind.OneHot:
                if (Needs(0)) Send(0, graph.Pick(gradient, operands[1], node.Axis), from: node.Axes & ~node.Axis);
                break;
            case NodeKind.LabelSum:
                // The table's gradient is itself such a sum, of which each example takes its own label's.
                if (Needs(0)) Send(0, graph.OfLabel(gradient, operands[1]), from: node.Axes | Axes.Example);
                break;
            case NodeKind.OfLabel:
                if (Needs(0)) Send(0, graph.LabelSum(gradient, operands[1]), from: Axes.None);
                break;
            case NodeKind.Relabelled:
                if (Needs(0)) Send(0, graph.Relabelled(gradient, operands[0].Axes), from: Axes.None);
                break;
            case NodeKind.Transposed:
                if (Needs(0)) Send(0, graph.Transposed(gradient));
                break;
            case NodeKind.Inverse:
                if (Needs(0)) Send(0, OfInverse(graph, node, graph.Expanded(gradient, node.Axes)));
                break;
            case NodeKind.LogDeterminant:
                if (Needs(0)) Send(0, graph.Multiply(gradient, graph.Transposed(graph.Inverse(operands[0], operands[0].Axes))), from: Axes.None);
                break;
            case NodeKind.Eigenvalues:
                if (Needs(0)) Send(0, OfEigenvalues(graph, operands[0], gradient), from: Axes.None);
                break;
            case NodeKind.Expanded:
                if (Needs(0)) Send(0, gradient);
                break;
            case NodeKind.Permuted:
                if (Needs(0)) Send(0, graph.Permuted(gradient, operands[1], node.Axis, back: node.Value == 0));
                break;
            case NodeKind.MatrixProduct:
                OfMatrixProduct(graph, node, graph.Expanded(gradient, node.Axes), (i, part) => { if (Needs(i)) Send(i, part, from: Axes.None); });
                break;
        }
    }

    /// <summary>C = A·B gives Ā = C̄·Bᵀ and B̄ = Aᵀ·C̄; transposed operands likewise.</summary>
    private static void OfMatrixProduct(FormulaGraph graph, Node node, Node gradient, Action<int, Node> send)
    {
        (Node a, Node b) = (node.Operands[0], node.Operands[1]);
        switch ((Transposition)node.Selector)
        {
            case Transposition.Neither:
                send(0, graph.MatrixProduct(gradient, b, Transposition.Second, a.Axes));
                send(1, graph.MatrixProduct(a, gradient, Transposition.First, b.Axes));
                break;
            case Transposition.Second:
                send(0, graph.MatrixProduct(gradient, b, Transposition.Neither, a.Axes));
                send(1, graph.MatrixProduct(gradient, a, Transposition.First, b.Axes));
                break;
            default:
                send(0, graph.MatrixProduct(b, gradient, Transposition.Second, a.Axes));
                send(1, graph.MatrixProduct(a, gradient, Transposition.Neither, b.Axes));
                break;
        }
    }

    /// <summary>d(A⁻¹) = −A⁻¹·dA·A⁻¹.</summary>
    private static Node OfInverse(FormulaGraph graph, Node inverse, Node gradient)
    {
        Node left = graph.MatrixProduct(inverse, gradient, Transposition.First, inverse.Axes);
        return graph.Negate(graph.MatrixProduct(left, inverse, Transposition.Second, inverse.Axes));
    }

    /// <summary>dλₖ = vₖᵀ·dA·vₖ, the eigenvectors vₖ being rows here.</summary>
    private static Node OfEigenvalues(FormulaGraph graph, Node matrix, Node gradient)
    {
        Node vectors = graph.Eigenvectors(matrix, matrix.Axes);
        return graph.MatrixProduct(graph.Expanded(graph.Multiply(gradient, vectors), matrix.Axes), vectors, Transposition.First, matrix.Axes);
    }

    private static HashSet<Node> DependentOn(IReadOnlyList<Node> inputs, List<Node> order)
    {
        var dependent = new HashSet<Node>(inputs);
        foreach (Node node in order)
            if (IsDependent(node, dependent)) dependent.Add(node);
        return dependent;
    }

    private static bool IsDependent(Node node, HashSet<Node> dependent) => node.Kind switch
    {
        NodeKind.Detached or NodeKind.RowOffset or NodeKind.Ranked => false,
        NodeKind.StraightThrough => dependent.Contains(node.Operands[1]),
        _ => Array.Exists(node.Operands, dependent.Contains),
    };

    /// <summary>∂/∂xₖ of Π xᵢ^nᵢ.</summary>
    private static Node WithoutOne(FormulaGraph graph, Node product, int index)
    {
        var factors = new List<(Node, double)> { (graph.Constant(product.Weights[index]), 1) };
        for (int i = 0; i < product.Operands.Length; i++)
        {
            double exponent = product.Weights[i] - (i == index ? 1 : 0);
            if (exponent != 0) factors.Add((product.Operands[i], exponent));
        }

        return graph.Product(factors);
    }

    private static Node OfBase(FormulaGraph graph, Node x, Node p)
    {
        Node floored = p.Kind == NodeKind.Constant && p.Value >= 1
            ? x
            : graph.Choose(graph.Compare(Relation.Less, graph.Apply(Function.Abs, x), graph.Constant(Tiny)), graph.Constant(Tiny), x);
        return graph.Multiply(p, graph.Power(floored, graph.Total([(1, p)], -1)));
    }

    private static Node OfFunction(FormulaGraph graph, Node node)
    {
        Node x = node.Operands[0];
        switch (node.Function)
        {
            case Function.Exp: return node;
            case Function.Log: return graph.Product([(x, -1)]);
            // The same exponential: eˣ = 1 + expm1 x.
            case Function.Expm1: return graph.Total([(1, node)], 1);
            case Function.Log1p: return graph.Product([(graph.Total([(1, x)], 1), -1)]);
            case Function.Sqrt: return graph.Scale(0.5, Reciprocal(graph, node));
            case Function.Abs: return graph.Apply(Function.Sign, x);
            case Function.Sign or Function.Floor or Function.Round: return graph.Zero;
            case Function.Tanh: return graph.Total([(-1, graph.Square(node))], 1);
            case Function.Sigmoid: return graph.Total([(1, node), (-1, graph.Square(node))]);
            case Function.Softplus: return graph.Apply(Function.Sigmoid, x);
            case Function.Erf: return graph.Scale(2 / Math.Sqrt(Math.PI), graph.Apply(Function.Exp, graph.Negate(graph.Square(x))));
            case Function.ErfInverse: return graph.Scale(Math.Sqrt(Math.PI) / 2, graph.Apply(Function.Exp, graph.Square(node)));
            case Function.NormalCdf: return graph.Scale(1 / Math.Sqrt(2 * Math.PI), graph.Apply(Function.Exp, graph.Scale(-0.5, graph.Square(x))));
            case Function.Probit: return graph.Scale(Math.Sqrt(2 * Math.PI), graph.Apply(Function.Exp, graph.Scale(0.5, graph.Square(node))));
            // −eˣ / (1 − eˣ)
            case Function.Log1mExp: return graph.Product([(graph.Constant(-1), 1), (graph.Apply(Function.Expm1, graph.Negate(x)), -1)]);
            case Function.LogGamma: return graph.Apply(Function.Digamma, x);
            case Function.Digamma: return graph.Apply(Function.Trigamma, x);
            case Function.Cos: return graph.Negate(graph.Apply(Function.Sin, x));
            case Function.Sin: return graph.Apply(Function.Cos, x);
            case Function.Asin: return Reciprocal(graph, LegOf(graph, x));
            case Function.Acos: return graph.Negate(Reciprocal(graph, LegOf(graph, x)));
            case Function.Atan: return graph.Product([(graph.Total([(1, graph.Square(x))], 1), -1)]);
            default: throw new FormulaLimitException($"there is no derivative of {node.Function}");
        }
    }

    /// <summary>√(1 − x²), near ±1 too.</summary>
    private static Node LegOf(FormulaGraph graph, Node x) =>
        graph.Apply(Function.Sqrt, graph.Multiply(graph.Total([(-1, x)], 1), graph.Total([(1, x)], 1)));

    /// <summary>1 / x of a root, large instead of infinite at 0.</summary>
    private static Node Reciprocal(FormulaGraph graph, Node root) => graph.Product([(graph.Greater(root, graph.Constant(1e-15)), -1)]);
}
