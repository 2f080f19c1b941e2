using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Derivatives;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The emitted layer.</summary>
/// <param name="Members">Static methods <c>{Prefix}Forward</c> and <c>{Prefix}Backward</c>, and what they need.</param>
/// <param name="KnobArguments">What both take last: each knob, each with a comma before it.</param>
/// <param name="Summary">Lines for the recipe's plan.</param>
/// <param name="Problem">Why nothing was emitted; null if all is well.</param>
internal sealed record LayerKernelResult(string Members, string KnobArguments, EquatableArray<string> Summary, string? Problem = null);

/// <summary>Writes a layer of rows of features: the outputs, and the gradients by inputs and by what is learned.</summary>
/// <remarks>
/// The rows are worked on in blocks of a fixed number, by any number of threads; what is learned gets its gradient as sums of each
/// block, which are then added up in order. The backward pass computes what it needs from the layer's input again; nothing is
/// kept between the two.
/// </remarks>
internal sealed class LayerKernel
{
    private readonly BoundFormula _layer;
    private readonly int _width;
    private readonly FormulaGraph _graph;
    private readonly FormulaArguments _arguments;
    private readonly List<LearnedInput> _learned = [];
    private readonly SourceWriter _output = new();
    private readonly List<string> _summary = [];

    private LayerKernel(BoundFormula layer, int width)
    {
        _layer = layer;
        _width = width;
        _graph = new FormulaGraph(width);
        _arguments = new FormulaArguments(_graph);
    }

    /// <summary>Writes the layer for rows of <paramref name="width"/>, or says why it cannot be.</summary>
    public static LayerKernelResult Write(BoundFormula layer, int width)
    {
        try
        {
            return new LayerKernel(layer, width).Write();
        }
        catch (FormulaLimitException problem)
        {
            return new LayerKernelResult("", "", [], problem.Message);
        }
    }

    private LayerKernelResult Write()
    {
        Node x = _graph.Input("input", Axes.Example | Axes.Row);
        Node outputGradient = _graph.Input("outputGradient", Axes.Example | Axes.Row);
        Node result = _arguments.Bind(_layer, p => p.Role switch
        {
            FormulaRole.FeatureRow or FormulaRole.Scalar => x,
            FormulaRole.LearnedRow or FormulaRole.Learned => Learn(p),
            _ => throw new FormulaLimitException($"'{p.Name}' is not something that a layer is given"),
        }).Result;

        Node[] gradients = Gradient.Of(_graph, result, outputGradient, [x, .. _learned.Select(l => l.PerPlace)]);
        Node[] outputs = Substitution.Attach(_graph, [result, .. gradients]);
        outputs = Substitution.Apply(_graph, outputs, (node, _) => _learned.Find(l => l.PerPlace == node)?.Shared);

        var lowering = new Lowering(_graph);
        Operation[] lowered = [.. outputs.Select(lowering.Lower)];
        Operation input = lowering.Lower(x);

        RowLoop forward = Loop(lowering, input);
        forward.RowStores.Add(new RowStore(lowered[0], new RowPlace("output", null, null, "output"), [], CanHold: true));
        new LayerPass(_layer, _width, "Forward", ["input", "output"], _learned, _output).Write(forward, _summary);

        RowLoop backward = Loop(lowering, input);
        backward.Rows[lowering.Lower(outputGradient)] = new RowPlace("outputGradient", null, null, "outputGradient");
        backward.RowStores.Add(new RowStore(lowered[1], new RowPlace("inputGradient", null, null, "inputGradient"), []));
        for (int i = 0; i < _learned.Count; i++)
            backward.Accumulations.Add(new RowAccumulation(lowered[2 + i], new VectorPlace("sums", Literals.Literal(i * _width))));
        _output.WriteLine();
        new LayerPass(_layer, _width, "Backward", ["input", "outputGradient", "inputGradient"], _learned, _output).Write(backward, _summary);

        return new LayerKernelResult(_output.ToString(), string.Concat(LayerPass.Knobs(_layer).Select(k => $", (float){LossKernel.Atom(k.Expression)}")), [.. _summary]);
    }

    /// <summary>For its gradient what is learned is one per example and feature: the loop adds the gradients of the examples up.</summary>
    private Node Learn(FormulaParameter parameter)
    {
        bool isRow = parameter.Role == FormulaRole.LearnedRow;
        var learned = new LearnedInput(
            parameter.Name, _graph.Input(parameter.Name + ".each", Axes.Example | Axes.Row), _graph.Input(parameter.Name, isRow ? Axes.Row : Axes.None),
            FormulaArguments.Slot(_layer, parameter.Name), isRow);
        _learned.Add(learned);
        return learned.PerPlace;
    }

    private RowLoop Loop(Lowering lowering, Operation input)
    {
        var loop = new RowLoop { Length = _width, LengthText = Literals.Literal(_width), AxisName = "feature" };
        loop.Rows[input] = new RowPlace("input", null, null, "input");
        loop.Parameters.UnionWith(["input", "output", "outputGradient", "inputGradient", "weights", "sums", .. LayerPass.Knobs(_layer).Select(k => k.Parameter)]);
        foreach (LearnedInput learned in _learned.Where(l => l.IsRow)) loop.Vectors[lowering.Lower(learned.Shared)] = new VectorPlace("weights", learned.Offset);
        return loop;
    }
}

/// <summary>A learned parameter of a layer.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="PerPlace">The value as if each example and feature had one of its own.</param>
/// <param name="Shared">The value that all have.</param>
/// <param name="Offset">Its place among the parameters.</param>
/// <param name="IsRow">Whether it is a row of features; else one number.</param>
internal sealed record LearnedInput(string Name, Node PerPlace, Node Shared, string Offset, bool IsRow);
