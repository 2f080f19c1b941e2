using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Derivatives;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The emitted layer.</summary>
/// <param name="Members">Static methods <c>{Prefix}Forward</c> and <c>{Prefix}Backward</c>.</param>
/// <param name="KnobArguments">What both take last: each knob, each with a comma before it.</param>
/// <param name="Summary">Lines for the recipe's plan.</param>
/// <param name="Problem">Why nothing was emitted; null if all is well.</param>
internal sealed record LayerKernelResult(string Members, string KnobArguments, EquatableArray<string> Summary, string? Problem = null);

/// <summary>Writes a layer of rows of features: the outputs, and the gradients by inputs and by what is learned.</summary>
/// <remarks>The backward pass computes what it needs from the layer's input again; nothing is kept between the two.</remarks>
internal sealed class LayerKernel
{
    private readonly BoundFormula _layer;
    private readonly int _width;
    private readonly FormulaGraph _graph;
    private readonly FormulaArguments _arguments;
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
        // For its gradient a learned row is one per example: the gradients of the examples are then summed by the loop.
        var learned = new List<(Node PerExample, Node Shared, string Offset)>();
        Node result = _arguments.Bind(_layer, p =>
        {
            if (p.Role is FormulaRole.FeatureRow or FormulaRole.Scalar) return x;
            if (p.Role != FormulaRole.LearnedRow) throw new FormulaLimitException($"'{p.Name}' is not something that a layer is given");
            learned.Add((_graph.Input(p.Name + ".each", Axes.Example | Axes.Row), _graph.Input(p.Name, Axes.Row), FormulaArguments.Slot(_layer, p.Name)));
            return learned[learned.Count - 1].PerExample;
        }).Result;

        Node[] gradients = Gradient.Of(_graph, result, outputGradient, [x, .. learned.Select(l => l.PerExample)]);
        Node[] outputs = Substitution.Attach(_graph, [result, .. gradients]);
        outputs = Substitution.Apply(_graph, outputs, (node, _) => learned.Where(l => l.PerExample == node).Select(l => l.Shared).FirstOrDefault());

        var lowering = new Lowering(_graph);
        Operation[] lowered = [.. outputs.Select(lowering.Lower)];
        Operation input = lowering.Lower(x);
        Operation arriving = lowering.Lower(outputGradient);

        RowLoop forward = Loop(lowering, learned, input, null);
        forward.RowStores.Add(new RowStore(lowered[0], new RowPlace("output", null, null, "output"), [], CanHold: true));
        WriteMethods(forward, lowered, "Forward", "NativeBuffer<float> input, NativeBuffer<float> output, int firstRow, int rows, NativeBuffer<float> weights", "input, output, firstRow, rows, weights");

        RowLoop backward = Loop(lowering, learned, input, arriving);
        backward.RowStores.Add(new RowStore(lowered[1], new RowPlace("inputGradient", null, null, "inputGradient"), []));
        for (int i = 0; i < learned.Count; i++) backward.Accumulations.Add(new RowAccumulation(lowered[2 + i], new VectorPlace("learnedGradient", learned[i].Offset)));
        _output.WriteLine();
        WriteMethods(
            backward, lowered, "Backward",
            "NativeBuffer<float> input, NativeBuffer<float> outputGradient, NativeBuffer<float> inputGradient, NativeBuffer<float> learnedGradient, int firstRow, int rows, NativeBuffer<float> weights",
            "input, outputGradient, inputGradient, learnedGradient, firstRow, rows, weights");

        return new LayerKernelResult(_output.ToString(), string.Concat(Knobs().Select(k => $", (float){LossKernel.Atom(k.Expression)}")), [.. _summary]);
    }

    private RowLoop Loop(Lowering lowering, List<(Node PerExample, Node Shared, string Offset)> learned, Operation input, Operation? arriving)
    {
        var loop = new RowLoop { Length = _width, LengthText = Literals.Literal(_width), AxisName = "feature" };
        loop.Rows[input] = new RowPlace("input", null, null, "input");
        if (arriving is not null) loop.Rows[arriving] = new RowPlace("outputGradient", null, null, "outputGradient");
        loop.Parameters.UnionWith(["input", "output", "outputGradient", "inputGradient", "learnedGradient", "firstRow", "rows", "weights", .. Knobs().Select(k => k.Parameter)]);
        foreach ((_, Node shared, string offset) in learned) loop.Vectors[lowering.Lower(shared)] = new VectorPlace("weights", offset);
        return loop;
    }

    private void WriteMethods(RowLoop loop, Operation[] outputs, string direction, string parameters, string arguments)
    {
        string knobParameters = string.Concat(Knobs().Select(k => $", float {k.Parameter}"));
        string knobArguments = string.Concat(Knobs().Select(k => $", {k.Parameter}"));
        string name = _layer.Prefix + direction;
        foreach (Operation scalar in Frontier.Of(loop.Outputs()))
            loop.Scalars[scalar] = $"({DoubleText.Of(scalar, o => o.Kind == Operator.Input ? $"(double){o.Name.Substring(_layer.Prefix.Length + 1)}" : null)})";

        _output.WriteLine($"/// <summary>{_layer.Formula.Name}, {(direction == "Forward" ? "its outputs" : "gradients by its inputs, and by what it learns, added to what is there")}: rows of [{_width}].</summary>");
        using (_output.Open($"private static void {name}({parameters}{knobParameters})"))
        {
            _output.WriteLine($"if ({VectorArithmetic.Support(512)}) {name}Of512({arguments}{knobArguments});");
            _output.WriteLine($"else if ({VectorArithmetic.Support(256)}) {name}Of256({arguments}{knobArguments});");
            _output.WriteLine($"else {name}Of128({arguments}{knobArguments});");
        }

        RowSchedule schedule = LoopEmitter.Plan(loop);
        foreach (int bits in VectorArithmetic.Widths)
        {
            var vector = new VectorArithmetic(bits);
            var body = new SourceWriter();
            LoopEmitter emitter = LoopEmitter.For(loop, schedule, body, vector);
            emitter.Write();
            if (bits == VectorArithmetic.Widths[0]) _summary.Add($"{_layer.Prefix}, {direction.ToLowerInvariant()}: {emitter.Describe()}.");
            _output.WriteLine();
            _output.WriteLine("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (_output.Open($"private static void {name}Of{bits}({parameters}{knobParameters})"))
            {
                _output.WriteLine("int first = firstRow, last = firstRow + rows;");
                emitter.WriteBuffers(_output);
                _output.Write(body.ToString());
            }
        }
    }

    private IEnumerable<BoundKnob> Knobs() =>
        _layer.Formula.Parameters.Where(p => p.Role == FormulaRole.Knob).Select(p => _layer.Knobs.FirstOrDefault(k => k.Parameter == p.Name) ?? throw new FormulaLimitException($"'{p.Name}' has no value"));
}
