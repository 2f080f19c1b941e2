using System;
using System.Collections.Generic;

namespace Recipes.Generators.Formulas.Graph;

/// <content>Sums, products and powers.</content>
internal sealed partial class FormulaGraph
{
    private const int MaximumExponent = 64;

    public Node Add(Node a, Node b) => Total([(1, a), (1, b)]);

    public Node Subtract(Node a, Node b)
    {
        // x − max x stays together: both may be large while their difference is not.
        if (b.Kind is NodeKind.RowMaximum or NodeKind.RowOffset && ReferenceEquals(b.Operands[0], a)) return Shifted(a, b);
        return Total([(1, a), (-1, b)]);
    }

    public Node Negate(Node a) => Scale(-1, a);

    public Node Scale(double factor, Node a) => Total([(factor, a)]);

    public Node Multiply(Node a, Node b) => Product([(a, 1), (b, 1)]);

    public Node Divide(Node a, Node b) => Product([(a, 1), (b, -1)]);

    public Node Multiply(params Node[] factors)
    {
        var list = new List<(Node, double)>();
        foreach (Node factor in factors) list.Add((factor, 1));
        return Product(list);
    }

    /// <summary>Σ of <paramref name="terms"/>, like terms collected; a term that is itself a sum stays one.</summary>
    public Node Total(IReadOnlyList<(double Factor, Node Node)> terms, double constant = 0)
    {
        Spend(terms.Count);
        var operands = new List<Node>();
        var factors = new List<double>();
        foreach ((double factor, Node node) in terms)
        {
            if (factor == 0) continue;
            if (node.Kind == NodeKind.Constant) constant += factor * node.Value;
            else if (node.Kind == NodeKind.Total && node.Operands.Length == 1)
            {
                // a·x + c goes into the new sum.
                constant += factor * node.Value;
                Collect(operands, factors, node.Operands[0], factor * node.Weights[0]);
            }
            else Collect(operands, factors, node, factor);
        }

        Prune(operands, factors);
        if (operands.Count == 0) return Constant(constant);
        if (operands.Count == 1 && factors[0] == 1 && constant == 0) return operands[0];
        Node[] array = [.. operands];
        return Intern(NodeKind.Total, AxesOf(array), array, [.. factors], constant == 0 ? 0 : constant);
    }

    /// <summary>Π of <paramref name="factors"/> to whole powers; constants and one-hot rows move outward.</summary>
    public Node Product(IReadOnlyList<(Node Node, double Exponent)> factors)
    {
        var operands = new List<Node>();
        var exponents = new List<double>();
        double coefficient = 1;
        foreach ((Node node, double exponent) in factors) Gather(node, exponent, operands, exponents, ref coefficient);
        Prune(operands, exponents);
        if (coefficient == 0) return Zero;
        for (int i = 0; i < operands.Count; i++)
        {
            if (Math.Abs(exponents[i]) <= MaximumExponent) continue;
            (operands[i], exponents[i]) = (Intern(NodeKind.Power, operands[i].Axes, [operands[i], Constant(exponents[i])]), 1);
        }

        for (int i = 0; i < operands.Count; i++)
        {
            Node factor = operands[i];
            if (factor.Kind is not (NodeKind.OneHot or NodeKind.Masked) || exponents[i] < 1) continue;
            // A row that is 0 elsewhere absorbs the rest, which then counts at its own places only.
            Node rest = Rest(operands, exponents, i, coefficient);
            if (factor.Kind == NodeKind.OneHot && IsAlongRows(factor, rest))
                return Masked(Same(OuterIndex(factor.Axis), factor.Operands[1]), Multiply(Raise(factor.Operands[0], exponents[i]), rest));
            return factor.Kind == NodeKind.OneHot
                ? OneHot(Multiply(Raise(factor.Operands[0], exponents[i]), Pick(rest, factor.Operands[1], factor.Axis)), factor.Operands[1], factor.Axis)
                : Masked(factor.Operands[0], Multiply(Raise(factor.Operands[1], exponents[i]), rest));
        }

        Node product;
        if (operands.Count == 0) return Constant(coefficient);
        if (operands.Count == 1 && exponents[0] == 1) product = operands[0];
        else
        {
            Node[] array = [.. operands];
            product = Intern(NodeKind.Product, AxesOf(array), array, [.. exponents]);
        }

        return coefficient == 1 ? product : Scale(coefficient, product);
    }

    /// <summary>x to the power p.</summary>
    public Node Power(Node x, Node p)
    {
        if (p.Kind == NodeKind.Constant)
        {
            if (x.Kind == NodeKind.Constant) return Constant(Math.Pow(x.Value, p.Value));
            if (p.Value == 0) return One;
            if (p.Value == Math.Round(p.Value) && Math.Abs(p.Value) <= 8) return Raise(x, p.Value);
            if (p.Value == 0.5) return Apply(Function.Sqrt, x);
            if (p.Value == -0.5) return Raise(Apply(Function.Sqrt, x), -1);
        }

        if (x.IsConstant(1)) return One;
        // Of an exponential the power is another exponential, which loses nothing where x underflows.
        if (HoldsExponential(x) && IsPositive(x)) return Apply(Function.Exp, Multiply(p, Apply(Function.Log, x)));
        return Intern(NodeKind.Power, x.Axes | p.Axes, [x, p]);
    }

    /// <summary>Whether a one-hot row says which row of a matrix counts, and not which place of each.</summary>
    private static bool IsAlongRows(Node oneHot, Node rest)
    {
        Axes axes = (oneHot.Axes | rest.Axes) & ~Axes.Label;
        return rest.Has(oneHot.Axis) && AxisSets.Count(axes) == 2 && AxisSets.Outer(axes) == oneHot.Axis;
    }

    private Node Raise(Node x, double exponent) => exponent == 1 ? x : Product([(x, exponent)]);

    private Node Rest(List<Node> operands, List<double> exponents, int without, double coefficient)
    {
        var rest = new List<(Node, double)> { (Constant(coefficient), 1) };
        for (int i = 0; i < operands.Count; i++)
            if (i != without) rest.Add((operands[i], exponents[i]));
        return Product(rest);
    }

    private void Gather(Node node, double exponent, List<Node> operands, List<double> exponents, ref double coefficient)
    {
        Spend(1);
        switch (node.Kind)
        {
            case NodeKind.Constant:
                coefficient *= Math.Pow(node.Value, exponent);
                break;
            case NodeKind.Product:
                for (int i = 0; i < node.Operands.Length; i++) Gather(node.Operands[i], node.Weights[i] * exponent, operands, exponents, ref coefficient);
                break;
            case NodeKind.Total when node.Operands.Length == 1 && node.Value == 0:
                coefficient *= Math.Pow(node.Weights[0], exponent);
                Gather(node.Operands[0], exponent, operands, exponents, ref coefficient);
                break;
            default:
                Collect(operands, exponents, node, exponent);
                break;
        }
    }

    private static void Collect(List<Node> operands, List<double> weights, Node node, double weight)
    {
        int known = operands.IndexOf(node);
        if (known < 0)
        {
            operands.Add(node);
            weights.Add(weight);
        }
        else weights[known] += weight;
    }

    /// <summary>Drops what cancelled and puts the rest in order of birth.</summary>
    private void Prune(List<Node> operands, List<double> weights)
    {
        for (int i = operands.Count - 1; i >= 0; i--)
        {
            if (weights[i] != 0) continue;
            operands.RemoveAt(i);
            weights.RemoveAt(i);
        }

        for (int i = 1; i < operands.Count; i++)
        {
            for (int j = i; j > 0 && operands[j - 1].Id > operands[j].Id; j--)
            {
                Spend(1);
                (operands[j - 1], operands[j]) = (operands[j], operands[j - 1]);
                (weights[j - 1], weights[j]) = (weights[j], weights[j - 1]);
            }
        }
    }
}
