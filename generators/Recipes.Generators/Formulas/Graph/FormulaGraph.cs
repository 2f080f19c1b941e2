using System;
using System.Collections.Generic;

namespace Recipes.Generators.Formulas.Graph;

/// <summary>Makes nodes: simplified as they are made, and each value once.</summary>
/// <remarks>
/// What is simplified is what decides speed: sums over the row are pushed inward, picks to the leaves, one-hot rows absorb their
/// factors. Each rule is exact, or exact up to rounding. Sums of sums keep their order of evaluation, as people write it with care.
/// Texts may come from strangers: the number of nodes, their depth and the work are bounded.
/// </remarks>
internal sealed partial class FormulaGraph
{
    /// <summary>The most nodes nested in one another.</summary>
    public const int MaximumDepth = 256;

    /// <summary>The most nodes.</summary>
    public const int MaximumNodes = 20_000;

    private const int MaximumWork = 2_000_000;

    private readonly Dictionary<Node, Node> _nodes = new(new Structure());
    private readonly Dictionary<(Node, Node), Node> _picks = [];
    private readonly Dictionary<Node, Node> _rowSums = [];
    private int _work;

    /// <param name="rowLength">Entries of a row when that is a constant; else the name of the axis-free input that gives it.</param>
    public FormulaGraph(int? rowLength = null)
    {
        Zero = Constant(0);
        One = Constant(1);
        RowLength = rowLength is { } length ? Constant(length) : Input("RowLength", Axes.None);
    }

    public Node Zero { get; }

    public Node One { get; }

    /// <summary>The number of entries of a row.</summary>
    public Node RowLength { get; }

    /// <summary>The number of examples in the batch.</summary>
    public Node Examples => Input("Count", Axes.None);

    public Node Constant(double value) => Intern(NodeKind.Constant, Axes.None, [], value: value == 0 ? 0 : value);

    public Node Input(string name, Axes axes) => Intern(NodeKind.Input, axes, [], name: name);

    public Node LabelInput(string name) => Intern(NodeKind.LabelInput, Axes.Example, [], name: name);

    /// <summary>Counts work, so that no text can keep the compiler busy.</summary>
    public void Spend(int amount)
    {
        _work += amount;
        if (_work > MaximumWork) throw new FormulaLimitException("it takes too much work to simplify");
    }

    private Node Intern(NodeKind kind, Axes axes, Node[] operands, double[]? weights = null, double value = 0, string name = "", int selector = 0)
    {
        Spend(1 + operands.Length);
        var candidate = new Node(kind, axes, operands, weights ?? Node.NoWeights, value, name, selector);
        if (_nodes.TryGetValue(candidate, out Node known)) return known;

        foreach (Node operand in operands)
        {
            candidate.Depth = Math.Max(candidate.Depth, operand.Depth + 1);
            candidate.Level = Math.Max(candidate.Level, operand.Level);
            candidate.Stage = Math.Max(candidate.Stage, operand.Stage);
        }

        if (kind is NodeKind.RowSum or NodeKind.RowMaximum or NodeKind.RowOffset or NodeKind.RowArgMax) candidate.Level++;
        if (kind is NodeKind.ExampleSum or NodeKind.LabelSum) candidate.Stage++;
        if (candidate.Depth > MaximumDepth) throw new FormulaLimitException($"it is nested more than {MaximumDepth} deep");
        if (_nodes.Count >= MaximumNodes) throw new FormulaLimitException($"it has more than {MaximumNodes} parts");
        candidate.Id = _nodes.Count;
        _nodes.Add(candidate, candidate);
        return candidate;
    }

    private static Axes AxesOf(Node[] operands)
    {
        Axes axes = Axes.None;
        foreach (Node operand in operands) axes |= operand.Axes;
        return axes;
    }

    private sealed class Structure : IEqualityComparer<Node>
    {
        public bool Equals(Node x, Node y) => x.SameAs(y);

        public int GetHashCode(Node node) => node.StructureHash();
    }
}
