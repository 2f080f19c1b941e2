using System;
using System.Collections.Generic;

namespace Recipes.Generators.Formulas.Graph;

/// <content>Reductions over the batch, and making a node again with other operands.</content>
internal sealed partial class FormulaGraph
{
    /// <summary>Σ over the examples of the batch.</summary>
    public Node ExampleSum(Node x)
    {
        if (!x.Has(Axes.Example)) return Multiply(Examples, x);
        var outside = new List<(Node, double)>();
        var inside = new List<(Node, double)>();
        double coefficient = Split(x, outside, inside);
        Node sum = Intern(NodeKind.ExampleSum, InsideAxes(inside) & ~Axes.Example, [Product(inside)]);
        outside.Add((sum, 1));
        return Scale(coefficient, Product(outside));
    }

    /// <summary>Σ over the examples of <paramref name="x"/> as it is: nothing is taken out of the sum, so that it is a sum of values that are needed anyway.</summary>
    public Node ExampleSumOf(Node x) => x.Has(Axes.Example) ? Intern(NodeKind.ExampleSum, x.Axes & ~Axes.Example, [x]) : Multiply(Examples, x);

    public Node BatchMean(Node x) => x.Has(Axes.Example) ? Divide(ExampleSum(x), Examples) : x;

    /// <summary>The mean over the examples with the same label, for each example.</summary>
    public Node MeanByLabel(Node x, Node label) => !x.Has(Axes.Example) ? x : Divide(OfLabel(LabelSum(x, label), label), OfLabel(LabelSum(One, label), label));

    /// <summary>Σ over the examples of each label.</summary>
    public Node LabelSum(Node x, Node label) =>
        x.IsConstant(0) ? x : Intern(NodeKind.LabelSum, (x.Axes & ~Axes.Example) | Axes.Label, [x, label]);

    /// <summary>The table's entry for a label: of what tables are computed of, so that no table is computed.</summary>
    public Node OfLabel(Node table, Node label)
    {
        switch (table.Kind)
        {
            case NodeKind.Total:
            case NodeKind.Product:
                return Rebuild(table, Array.ConvertAll(table.Operands, o => OfLabel(o, label)));
            case NodeKind.LabelSum when table.Operands[0] is var same && !same.Has(Axes.Example) && !same.IsConstant(1):
                return Multiply(same, OfLabel(LabelSum(One, table.Operands[1]), label));
            default:
                return table.Has(Axes.Label) ? Intern(NodeKind.OfLabel, (table.Axes & ~Axes.Label) | label.Axes, [table, label]) : table;
        }
    }

    /// <summary>The node with other operands, simplified as if it were new.</summary>
    public Node Rebuild(Node node, Node[] operands)
    {
        switch (node.Kind)
        {
            case NodeKind.Total:
            case NodeKind.Product:
            {
                var pairs = new List<(Node, double)>();
                for (int i = 0; i < operands.Length; i++) pairs.Add((operands[i], node.Weights[i]));
                return node.Kind == NodeKind.Product ? Product(pairs) : Total(pairs.ConvertAll(p => (p.Item2, p.Item1)), node.Value);
            }
            case NodeKind.Function: return Apply(node.Function, operands[0]);
            case NodeKind.Power: return Power(operands[0], operands[1]);
            case NodeKind.Greater: return Greater(operands[0], operands[1]);
            case NodeKind.Lesser: return Lesser(operands[0], operands[1]);
            case NodeKind.Comparison: return Compare(node.Relation, operands[0], operands[1]);
            case NodeKind.Both: return Both(operands[0], operands[1]);
            case NodeKind.Either: return Either(operands[0], operands[1]);
            case NodeKind.Not: return Not(operands[0]);
            case NodeKind.Choice: return Choose(operands[0], operands[1], operands[2]);
            case NodeKind.Masked: return Masked(operands[0], operands[1]);
            case NodeKind.Shifted: return (operands[0].Axes & ~operands[1].Axes) != 0 ? Shifted(operands[0], operands[1]) : Total([(1, operands[0]), (-1, operands[1])]);
            case NodeKind.RowSum: return RowSum(operands[0], node.Axis);
            case NodeKind.RowMaximum: return RowMaximum(operands[0], node.Axis);
            case NodeKind.RowOffset: return Reduced(NodeKind.RowOffset, operands[0], node.Axis);
            case NodeKind.RowArgMax: return ArgMax(operands[0], node.Axis);
            case NodeKind.Pick: return Pick(operands[0], operands[1], node.Axis);
            case NodeKind.OneHot: return OneHot(operands[0], operands[1], node.Axis);
            case NodeKind.Relabelled: return Relabelled(operands[0], node.Axes);
            case NodeKind.MatrixProduct: return MatrixProduct(operands[0], operands[1], (Transposition)node.Selector, node.Axes);
            case NodeKind.Transposed: return Transposed(operands[0]);
            case NodeKind.Inverse: return Inverse(operands[0], node.Axes);
            case NodeKind.LogDeterminant: return LogDeterminant(operands[0], node.Operands[0].Axes);
            case NodeKind.Eigenvalues: return Eigenvalues(operands[0], node.Operands[0].Axes);
            case NodeKind.Eigenvectors: return Eigenvectors(operands[0], node.Axes);
            case NodeKind.Ranked: return Ranked(operands[0], node.Axis);
            case NodeKind.Permuted: return Permuted(operands[0], operands[1], node.Axis, node.Value != 0);
            case NodeKind.Expanded: return Expanded(operands[0], node.Axes);
            case NodeKind.LabelNumber: return LabelNumber(operands[0]);
            case NodeKind.ExampleSum: return ExampleSumOf(operands[0]);
            case NodeKind.ExampleMaximum: return ExampleMaximum(operands[0]);
            case NodeKind.ModelSum: return ModelSum(operands[0]);
            case NodeKind.OddPolynomial: return OddPolynomial(operands[0], operands[1], operands[2], operands[3]);
            case NodeKind.LabelSum: return LabelSum(operands[0], operands[1]);
            case NodeKind.OfLabel: return OfLabel(operands[0], operands[1]);
            case NodeKind.Detached: return Detach(operands[0]);
            case NodeKind.StraightThrough: return StraightThrough(operands[0], operands[1]);
            case NodeKind.SameLabel: return Intern(NodeKind.SameLabel, AxesOf(operands), operands);
            default: return node;
        }
    }

    /// <summary>The factors of <paramref name="x"/> with and without examples, and its coefficient.</summary>
    private double Split(Node x, List<(Node, double)> outside, List<(Node, double)> inside)
    {
        var operands = new List<Node>();
        var exponents = new List<double>();
        double coefficient = 1;
        Gather(x, 1, operands, exponents, ref coefficient);
        for (int i = 0; i < operands.Count; i++) (operands[i].Has(Axes.Example) ? inside : outside).Add((operands[i], exponents[i]));
        return coefficient;
    }

    private static Axes InsideAxes(List<(Node Node, double Exponent)> factors)
    {
        Axes axes = Axes.None;
        foreach ((Node node, _) in factors) axes |= node.Axes;
        return axes;
    }
}
