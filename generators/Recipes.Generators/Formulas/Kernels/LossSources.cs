using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Recipes.Generators.Formulas.Binding;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>What a loss may be given, each as an input of the graph, with the place where its numbers are.</summary>
/// <remarks>A role that a recipe provides needs one line in <see cref="Meaning"/> and a <see cref="LossInput"/> from the planner.</remarks>
internal sealed class LossSources
{
    private readonly FormulaGraph _graph;
    private readonly FormulaArguments _arguments;
    private readonly LossKernelRequest _request;

    public LossSources(FormulaGraph graph, FormulaArguments arguments, LossKernelRequest request)
    {
        (_graph, _arguments, _request) = (graph, arguments, request);
        graph.SetLength(Axes.Row, request.Classes);
        foreach (LossInput input in request.Inputs)
        {
            if (AxisOf(input.Role) is var axis && axis != Axes.None && input.Length > 0) graph.SetLength(axis, input.Length);
        }
    }

    /// <summary>Rows of each example, or of each row of a learned matrix.</summary>
    public Dictionary<Node, RowPlace> Rows { get; } = [];

    /// <summary>Numbers of each example.</summary>
    public Dictionary<Node, ExamplePlace> Numbers { get; } = [];

    /// <summary>One row for the whole batch.</summary>
    public Dictionary<Node, VectorPlace> Vectors { get; } = [];

    /// <summary>Rows of a table, one for each label.</summary>
    public Dictionary<Node, string> Tables { get; } = [];

    /// <summary>Indices of each example: the buffer, and how many different ones there are.</summary>
    public Dictionary<Node, (string Buffer, int Count)> Labels { get; } = [];

    /// <summary>What a gradient is taken by, and where it goes.</summary>
    public List<(Node Input, RowPlace Place)> Gradients { get; } = [];

    /// <summary>Learned rows, and where their gradient begins.</summary>
    public List<(Node Input, int Offset)> LearnedRows { get; } = [];

    /// <summary>The input for a parameter; null if it is none that the recipe's data or network provide.</summary>
    public Meaning? Meaning(BoundFormula formula, FormulaParameter parameter)
    {
        switch (parameter.Role)
        {
            case FormulaRole.SoftTarget or FormulaRole.MultiLabel or FormulaRole.Teacher: return Row(parameter, Axes.Row);
            case FormulaRole.Targets: return Row(parameter, Axes.Output);
            case FormulaRole.Embedding or FormulaRole.OtherEmbedding: return Row(parameter, Axes.Feature);
            case FormulaRole.Outputs: return Outputs(formula, parameter);
            case FormulaRole.Target or FormulaRole.SampleWeight: return Number(parameter);
            case FormulaRole.Group or FormulaRole.Domain: return Index(parameter);
            case FormulaRole.ClassCounts or FormulaRole.ClassPrior: return Vector(parameter.Role.ToString(), Axes.Row, new VectorPlace(Find(parameter).Source, "0"));
            case FormulaRole.Transition: return Table(parameter);
            case FormulaRole.Progress or FormulaRole.RunSteps or FormulaRole.StepCount or FormulaRole.ClassTotal or FormulaRole.RowCount:
                return _arguments.Scalar(parameter.Role.ToString(), Find(parameter).Source);
            case FormulaRole.Running:
            {
                BoundSlot slot = FormulaArguments.Place(formula, parameter.Name);
                return _arguments.Scalar($"{formula.Prefix}.{parameter.Name}", $"(double){slot.Expression}[{slot.Start}]");
            }
            case FormulaRole.RunningRow:
            {
                BoundSlot slot = FormulaArguments.Place(formula, parameter.Name);
                return Vector($"{formula.Prefix}.{parameter.Name}", _graph.AxisOf(parameter.Axis), new VectorPlace(slot.Expression, slot.Start));
            }
            case FormulaRole.ExampleMemory: return Remembered(formula, parameter);
            case FormulaRole.LearnedAxisRow: return LearnedRow(formula, parameter);
            case FormulaRole.LearnedMatrix: return LearnedMatrix(formula, parameter);
            default: return null;
        }
    }

    /// <summary>The input of a number that is kept for each train row.</summary>
    public Node Remembered(BoundFormula formula, FormulaParameter parameter)
    {
        Node input = _graph.Input($"{formula.Prefix}.{parameter.Name}", Axes.Example);
        Numbers[input] = new ExamplePlace(FormulaArguments.Slot(formula, parameter.Name), "0", "BatchRows");
        return input;
    }

    /// <summary>The weights of rows.</summary>
    /// <param name="rows">The buffer that says which train rows.</param>
    public Node Weight(string rows)
    {
        Node input = _graph.Input($"weightsOf.{rows}", Axes.Example);
        Numbers[input] = new ExamplePlace("TrainSampleWeights", "0", rows);
        return input;
    }

    private static Axes AxisOf(FormulaRole role) => role switch
    {
        FormulaRole.Embedding or FormulaRole.OtherEmbedding => Axes.Feature,
        FormulaRole.Targets => Axes.Output,
        FormulaRole.Group => Axes.Group,
        FormulaRole.Domain => Axes.Domain,
        _ => Axes.None,
    };

    private LossInput Find(FormulaParameter parameter)
    {
        foreach (LossInput input in _request.Inputs)
            if (input.Role == parameter.Role) return input;
        throw new FormulaLimitException($"the recipe does not provide '{parameter.Name}' ({parameter.Role})");
    }

    private Node Row(FormulaParameter parameter, Axes axis)
    {
        LossInput input = Find(parameter);
        Node node = _graph.Input(Name(parameter.Role), Axes.Example | axis);
        if (Rows.ContainsKey(node)) return node;
        Rows[node] = new RowPlace(input.Source, input.FirstRow, input.Index, Name(parameter.Role));
        if (input.Gradient is { } gradient) Gradients.Add((node, new RowPlace(gradient, input.FirstRow, null, Name(parameter.Role) + "Gradient")));
        return node;
    }

    /// <summary>A block of the network's outputs: the k-th such parameter has the k-th.</summary>
    private Node Outputs(BoundFormula formula, FormulaParameter parameter)
    {
        List<FormulaParameter> blocks = [.. formula.Formula.Parameters.Where(p => p.Role == FormulaRole.Outputs)];
        int length = _request.Classes / blocks.Count;
        if (length * blocks.Count != _request.Classes) throw new FormulaLimitException($"{Text(_request.Classes)} outputs are not {Text(blocks.Count)} equal blocks");
        int block = blocks.IndexOf(parameter);
        _graph.SetLength(Axes.Output, length);
        Node node = _graph.Input($"outputs{(blocks.Count == 1 ? "" : Text(block + 1))}", Axes.Example | Axes.Output);
        if (Rows.ContainsKey(node)) return node;
        string? stride = blocks.Count == 1 ? null : Text(_request.Classes);
        string? offset = block == 0 ? null : Text(block * length);
        Rows[node] = new RowPlace("_logits", null, null, "outputs", Stride: stride, Offset: offset);
        Gradients.Add((node, new RowPlace("_logitsGradient", null, null, "outputsGradient", Stride: stride, Offset: offset)));
        return node;
    }

    private Node Number(FormulaParameter parameter)
    {
        LossInput input = Find(parameter);
        Node node = _graph.Input(Name(parameter.Role), Axes.Example);
        Numbers[node] = new ExamplePlace(input.Source, "0", input.Index);
        return node;
    }

    private Node Index(FormulaParameter parameter)
    {
        LossInput input = Find(parameter);
        Node node = _graph.LabelInput(Name(parameter.Role));
        Labels[node] = (input.Source, input.Length);
        return node;
    }

    private Node Vector(string name, Axes axis, VectorPlace place)
    {
        Node node = _graph.Input(char.ToLowerInvariant(name[0]) + name.Substring(1), axis);
        Vectors[node] = place;
        return node;
    }

    /// <summary>A matrix, whose rows can also be picked by label: the same numbers as a table.</summary>
    private Node Table(FormulaParameter parameter)
    {
        string source = Find(parameter).Source, name = Name(parameter.Role);
        Node node = _graph.Input(name, Axes.Row | Axes.RowAgain);
        Tables[_graph.Input(name, Axes.Label | Axes.Row)] = source;
        Rows[node] = new RowPlace(source, null, null, name);
        return node;
    }

    private Node LearnedRow(BoundFormula formula, FormulaParameter parameter)
    {
        string offset = FormulaArguments.Slot(formula, parameter.Name);
        Node node = Vector($"{formula.Prefix}.{parameter.Name}", _graph.AxisOf(parameter.Axis), new VectorPlace("Parameters", offset));
        if (!LearnedRows.Any(l => ReferenceEquals(l.Input, node))) LearnedRows.Add((node, int.Parse(offset, CultureInfo.InvariantCulture)));
        return node;
    }

    private Node LearnedMatrix(BoundFormula formula, FormulaParameter parameter)
    {
        Node node = _graph.Input($"{formula.Prefix}.{parameter.Name}", _graph.AxesOf(Reading.FormulaLanguage.TypeOf(parameter)));
        if (Rows.ContainsKey(node)) return node;
        string offset = FormulaArguments.Slot(formula, parameter.Name);
        Rows[node] = new RowPlace("Parameters", null, null, parameter.Name, Offset: offset);
        Gradients.Add((node, new RowPlace("Gradients", null, null, parameter.Name + "Gradient", Offset: offset)));
        return node;
    }

    private static string Name(FormulaRole role) => role.ToString() is var name ? char.ToLowerInvariant(name[0]) + name.Substring(1) : "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
