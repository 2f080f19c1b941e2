using System;
using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Binding;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>Binds the formulas of an update for one kind of tensors.</summary>
/// <remarks>
/// A formula sees elements, a whole tensor, or the rows of units. Its reductions become those of the layout: with units in columns, a sum over
/// a unit's row is a sum over the rows of the matrix in memory.
/// </remarks>
internal sealed partial class ParameterBinder(FormulaGraph graph, FormulaArguments arguments, ParameterStates states, ParameterVariant variant)
{
    private readonly List<(ParameterState State, Node Input, Node Value)> _assigned = [];

    private FormulaGraph Graph => graph;

    private ParameterVariant Variant => variant;

    /// <summary>Fills in the results of the variant; they are not cut yet.</summary>
    public void Bind(ParameterKernelRequest request)
    {
        Node weight = Element("parameter");
        Node gradient = Element("gradient");
        foreach (BoundFormula transform in request.GradientTransforms) gradient = Bind(transform, [gradient, weight]);
        Node updated = Bind(request.Optimizer, [weight, gradient]);
        var results = new List<ParameterResult> { new(updated, null, "parameter") };
        if (request.Averaging is { } averaging) results.Add(new ParameterResult(Bind(averaging, [Element("average"), updated]), null, "average"));

        var reachable = new HashSet<Node>(Reachable.From(results.Select(r => r.Value).Concat(_assigned.Where(a => !ReferenceEquals(a.Value, a.Input)).Select(a => a.Value))));
        foreach ((ParameterState state, Node input, Node value) in _assigned)
        {
            bool changes = !ReferenceEquals(value, input);
            if (changes || reachable.Contains(input)) state.Users.Add(variant);
            if (changes) results.Add(new ParameterResult(value, state, state.Name.Substring(state.Name.LastIndexOf('.') + 1)));
        }

        Node[] attached = Substitution.Attach(graph, [.. results.Select(r => r.Value)]);
        variant.Results.AddRange(results.Select((r, i) => r with { Value = attached[i] }));
    }

    /// <summary>Whether the formula looks at the rows of units.</summary>
    public static bool SeesUnits(BoundFormula formula) => ViewOf(formula) == FormulaRole.IncomingRow;

    private static FormulaRole ViewOf(BoundFormula formula) => formula.Formula.Parameters.Count > 0 ? formula.Formula.Parameters[0].Role : FormulaRole.Scalar;

    private Node Element(string name) => graph.Input(name, variant.ElementAxes);

    private Node Bind(BoundFormula formula, Node[] values)
    {
        FormulaRole view = ViewOf(formula);
        var places = new Placement(this, formula, view);
        int next = 0;
        var kept = new List<(string Parameter, ParameterState State, Node Input)>();
        BoundBody body = arguments.Bind(formula, p =>
        {
            if (p.IsDecay) throw new FormulaLimitException($"'{p.Name}' decays but is no knob");
            if (p.Role == FormulaRole.IsMatrix) return variant.IsMatrix == true;
            if (p.ByReference)
            {
                ParameterState state = states.Of(formula, p, view);
                Node input = graph.Input(state.Name, AxesOf(state.Scope));
                kept.Add((p.Name, state, input));
                return places.Of(p.Name, input, SeenAxes(state.Scope, view));
            }

            if (p.Role != view) return Step(p);
            if (next == values.Length) throw new FormulaLimitException($"'{p.Name}' is not something that an update is given");
            Node value = values[next++];
            return places.Of(p.Name, value, SeenAxes(StateScope.Element, view));
        });

        Node[] outputs = places.Resolve([body.Result, .. kept.Select(k => body.Assigned.TryGetValue(k.Parameter, out Node value) ? value : k.Input)]);
        for (int i = 0; i < kept.Count; i++) _assigned.Add((kept[i].State, kept[i].Input, Check(outputs[i + 1], kept[i].State, kept[i].Parameter)));
        return outputs[0];
    }

    /// <summary>What a formula is given, in the axes that it sees, and its results in those of the layout.</summary>
    private sealed class Placement(ParameterBinder binder, BoundFormula formula, FormulaRole view)
    {
        // In one row the formula's own reductions are those of the layout.
        private readonly bool _isDirect = binder.Variant.IsFlat || view == FormulaRole.Scalar;
        private readonly Dictionary<Node, Node> _actual = [];

        /// <summary>What stands for a value in the formula.</summary>
        public Node Of(string name, Node node, Axes seen)
        {
            if (_isDirect) return node;
            Node placeholder = binder.Graph.Input($"{formula.Prefix}/{name}", seen);
            _actual[placeholder] = node;
            return placeholder;
        }

        /// <summary>Results over the values themselves, without the marks of differentiation unless the formula was bound to them.</summary>
        public Node[] Resolve(Node[] results)
        {
            if (_isDirect) return results;
            results = Substitution.Attach(binder.Graph, results);
            return Substitution.Apply(binder.Graph, results, (node, operands) => _actual.TryGetValue(node, out Node real) ? real : binder.Reduction(node, operands, view));
        }
    }

    /// <summary>A reduction of the formula as one of the layout; null for what is none.</summary>
    private Node? Reduction(Node node, Node[] operands, FormulaRole view)
    {
        bool ofTensor = view == FormulaRole.ElementRow;
        bool swaps = !ofTensor && variant.Layout == ParameterLayout.UnitsInColumns;
        if (node == graph.RowLength) return ofTensor ? graph.Multiply(graph.Examples, graph.RowLength) : swaps ? graph.Examples : node;
        if (node == graph.Examples) return swaps ? graph.RowLength : node;
        return node.Kind switch
        {
            NodeKind.RowSum => ofTensor ? graph.ExampleSum(graph.RowSum(operands[0])) : swaps ? graph.ExampleSum(operands[0]) : graph.RowSum(operands[0]),
            NodeKind.ExampleSum => swaps ? graph.RowSum(operands[0]) : graph.ExampleSum(operands[0]),
            NodeKind.RowMaximum or NodeKind.RowOffset => ofTensor ? graph.ExampleMaximum(graph.RowMaximum(operands[0])) : swaps ? graph.ExampleMaximum(operands[0]) : graph.RowMaximum(operands[0]),
            NodeKind.ExampleMaximum => swaps ? graph.RowMaximum(operands[0]) : graph.ExampleMaximum(operands[0]),
            _ => null,
        };
    }

    private Axes AxesOf(StateScope scope) => scope switch
    {
        StateScope.Element or StateScope.Average => variant.ElementAxes,
        StateScope.Unit => variant.Layout switch { ParameterLayout.Flat => Axes.None, ParameterLayout.UnitsInColumns => Axes.Row, _ => Axes.Example },
        StateScope.Incoming => variant.Layout == ParameterLayout.UnitsInColumns ? Axes.Example : Axes.Row,
        _ => Axes.None,
    };

    /// <summary>The axes that a formula sees, which counts units as examples.</summary>
    private static Axes SeenAxes(StateScope scope, FormulaRole view) => scope switch
    {
        StateScope.Element => view == FormulaRole.IncomingRow ? Axes.Example | Axes.Row : Axes.Row,
        StateScope.Unit => Axes.Example,
        StateScope.Incoming => Axes.Row,
        _ => Axes.None,
    };

    /// <summary>A kept value has one number for each place that it has, and not more.</summary>
    private Node Check(Node value, ParameterState state, string parameter)
    {
        if ((value.Axes & ~AxesOf(state.Scope)) != 0) throw new FormulaLimitException($"'{parameter}' is assigned more numbers than it keeps");
        return value;
    }

    private Meaning Step(FormulaParameter parameter) => parameter.Role switch
    {
        FormulaRole.Rate => arguments.Scalar("learningRate", "LearningRate"),
        FormulaRole.StepCount => arguments.Scalar("step", "(StepIndex + 1)"),
        FormulaRole.GradientNorm => arguments.Scalar("gradientNorm", "GradientNorm"),
        FormulaRole.RunSteps => arguments.Scalar("steps", "TotalSteps"),
        FormulaRole.Progress => arguments.Scalar("progress", "((double)StepIndex / TotalSteps)"),
        _ => throw new FormulaLimitException($"'{parameter.Name}' is not something that an update is given"),
    };
}
