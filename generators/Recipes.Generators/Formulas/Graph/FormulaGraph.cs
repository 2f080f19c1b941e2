using System;
using System.Collections.Generic;
using Recipes.Generators.Formulas.Reading;

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
    private readonly Dictionary<(Node, Node, Axes), Node> _picks = [];
    private readonly Dictionary<(Node, Axes), Node> _rowSums = [];
    private readonly Dictionary<Axes, Node> _lengths = [];
    private int _work;

    /// <param name="rowLength">Entries of a row when that is a constant; else the name of the axis-free input that gives it.</param>
    public FormulaGraph(int? rowLength = null)
    {
        Zero = Constant(0);
        One = Constant(1);
        RowLength = rowLength is { } length ? Constant(length) : Input("RowLength", Axes.None);
        _lengths[Axes.Row] = RowLength;
    }

    public Node Zero { get; }

    public Node One { get; }

    /// <summary>The number of entries of a row.</summary>
    public Node RowLength { get; }

    /// <summary>The number of examples in the batch.</summary>
    public Node Examples => Input("Count", Axes.None);

    public Node Constant(double value) => Intern(NodeKind.Constant, Axes.None, [], value: value == 0 ? 0 : value);

    public Node Input(string name, Axes axes) => Intern(NodeKind.Input, axes, [], name: name);

    public Node LabelInput(string name, Axes axes = Axes.Example) => Intern(NodeKind.LabelInput, axes, [], name: name);

    /// <summary>The number of entries along an axis.</summary>
    public Node Length(Axes axis) => axis switch
    {
        Axes.Example or Axes.Other => Examples,
        _ when _lengths.TryGetValue(axis, out Node length) => length,
        _ => throw new FormulaLimitException($"it has rows over what the recipe does not have ({axis})"),
    };

    /// <summary>Says how many entries an axis has.</summary>
    public void SetLength(Axes axis, int length)
    {
        _lengths[axis] = Constant(length);
        _lengths[AxisSets.Column(axis)] = Constant(length);
    }

    /// <summary>Whether every row is the same axis to the graph, as in an optimizer or a layer; else classes, features and so on are different axes.</summary>
    public bool HasOneAxis { get; init; } = true;

    /// <summary>The axis that a row over <paramref name="axis"/> has here.</summary>
    public Axes AxisOf(FormulaAxis axis) => axis switch
    {
        FormulaAxis.None => throw new FormulaLimitException("a row was expected"),
        _ when HasOneAxis => Axes.Row,
        FormulaAxis.Class => Axes.Row,
        FormulaAxis.Feature => Axes.Feature,
        FormulaAxis.Output => Axes.Output,
        FormulaAxis.Other => Axes.Other,
        FormulaAxis.Groups => Axes.Group,
        FormulaAxis.Domains => Axes.Domain,
        _ => throw new FormulaLimitException($"it has rows over what there is not here ({axis})"),
    };

    /// <summary>The axes of a value of this type, beside that of the examples.</summary>
    public Axes AxesOf(FormulaType type) => type.Shape switch
    {
        FormulaShape.Matrix when type.Axis == type.Columns => AxisOf(type.Axis) | AxisSets.Column(AxisOf(type.Axis)),
        FormulaShape.Matrix => AxisOf(type.Axis) | AxisOf(type.Columns),
        FormulaShape.Row => AxisOf(type.Axis),
        _ => Axes.None,
    };

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
        if (kind is NodeKind.ExampleSum or NodeKind.LabelSum || candidate.IsOfWholeBatch) candidate.Stage++;
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
