using System;
using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Binding;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The emitted update of the parameters.</summary>
/// <param name="Members">Fields and methods of the trainer: <c>UpdateParameters(int task)</c>, which updates one chunk.</param>
/// <param name="Prepare">The statement to run before the chunks of each step.</param>
/// <param name="PerTensor">Whether a chunk must be a whole tensor.</param>
/// <param name="States">Numbers kept per parameter.</param>
/// <param name="Summary">Lines for the recipe's plan.</param>
/// <param name="Problem">Why nothing was emitted; null if all is well.</param>
internal sealed record ParameterKernelResult(string Members, string Prepare, bool PerTensor, int States, EquatableArray<string> Summary, string? Problem = null);

/// <summary>Writes gradient transforms, optimizer and averaging as one pass over each chunk of the parameters.</summary>
/// <remarks>Parameter, gradient, state and average are read once and written once. Reductions over a tensor are sweeps before that pass.</remarks>
internal sealed class ParameterKernel
{
    private readonly FormulaGraph _graph = new();
    private readonly FormulaArguments _arguments;
    private readonly HashSet<string> _decays = [];
    private readonly List<(Node Node, VectorPlace Place, string Comment)> _inputs = [];
    private readonly List<(Node Node, VectorPlace Place, string Comment)> _results = [];
    private readonly Dictionary<Operation, string> _fields = [];
    private readonly NameTable _names = new();
    private readonly BoundFormula _optimizer;

    private ParameterKernel(BoundFormula optimizer, IReadOnlyList<BoundFormula> transforms, BoundFormula? averaging)
    {
        _optimizer = optimizer;
        _arguments = new FormulaArguments(_graph);
        _arguments.Scalars["RowLength"] = "length";
        Bind(optimizer, transforms, averaging);
    }

    private bool PerTensor => _optimizer.Formula.Parameters.Any(p => p.Role == FormulaRole.ElementRow);

    private int States => _optimizer.Formula.Parameters.Count(p => p.ByReference);

    /// <summary>Writes the update, or says why it cannot be.</summary>
    public static ParameterKernelResult Write(BoundFormula optimizer, EquatableArray<BoundFormula> gradientTransforms, BoundFormula? averaging)
    {
        try
        {
            return new ParameterKernel(optimizer, gradientTransforms, averaging).Write();
        }
        catch (FormulaLimitException problem)
        {
            return new ParameterKernelResult("", "", false, 0, [], problem.Message);
        }
    }

    private void Bind(BoundFormula optimizer, IReadOnlyList<BoundFormula> transforms, BoundFormula? averaging)
    {
        Node weight = Element("parameter", "Parameters", "start");
        Node gradient = Element("gradient", "Gradients", "start");
        Node transformed = gradient;
        foreach (BoundFormula transform in transforms)
        {
            Node current = transformed;
            transformed = _arguments.Bind(transform, p => p.Role == FormulaRole.Scalar ? current : Step(p)).Result;
        }

        int values = 0;
        int states = 0;
        var stateInputs = new Dictionary<string, (Node Node, VectorPlace Place)>();
        BoundBody body = _arguments.Bind(optimizer, p =>
        {
            if (p.IsDecay) throw new FormulaLimitException($"'{p.Name}' decays but is no knob");
            if (p.ByReference)
            {
                string start = states == 0 ? "start" : $"(({states} * Parameters.Length) + start)";
                var place = new VectorPlace("OptimizerState", start);
                Node state = Element(p.Name, place.Buffer, start);
                stateInputs[p.Name] = (state, place);
                states++;
                return state;
            }

            if (p.Role is not (FormulaRole.Scalar or FormulaRole.ElementRow)) return Step(p);
            return values++ == 0 ? weight : transformed;
        });
        foreach (FormulaParameter parameter in optimizer.Formula.Parameters.Where(p => p.IsDecay)) _decays.Add($"{optimizer.Prefix}.{parameter.Name}");

        _results.Add((body.Result, new VectorPlace("Parameters", "start"), "parameter"));
        foreach (KeyValuePair<string, (Node Node, VectorPlace Place)> state in stateInputs)
            if (body.Assigned.TryGetValue(state.Key, out Node value) && !ReferenceEquals(value, state.Value.Node)) _results.Add((value, state.Value.Place, state.Key));

        if (averaging is null) return;
        int given = 0;
        Node average = _arguments.Bind(averaging, p => p.Role != FormulaRole.Scalar ? Step(p) : given++ == 0 ? Element("average", "Averages", "start") : body.Result).Result;
        _results.Add((average, new VectorPlace("Averages", "start"), "average"));
    }

    private Node Element(string name, string buffer, string start)
    {
        Node input = _graph.Input(name, Axes.Row);
        if (!_inputs.Exists(i => i.Node == input)) _inputs.Add((input, new VectorPlace(buffer, start), name));
        return input;
    }

    private Meaning Step(FormulaParameter parameter) => parameter.Role switch
    {
        FormulaRole.Rate => _arguments.Scalar("learningRate", "LearningRate"),
        FormulaRole.StepCount => _arguments.Scalar("step", "(StepIndex + 1)"),
        FormulaRole.GradientNorm => _arguments.Scalar("gradientNorm", "GradientNorm"),
        _ => throw new FormulaLimitException($"'{parameter.Name}' is not something that an update is given"),
    };

    private ParameterKernelResult Write()
    {
        var lowering = new Lowering(_graph);
        Node[] attached = Substitution.Attach(_graph, [.. _results.Select(r => r.Node)]);
        var loop = new RowLoop { Length = 0, LengthText = "length", AxisName = "parameter", IsSingle = true };
        foreach ((Node node, VectorPlace place, _) in _inputs) loop.Vectors[lowering.Lower(node)] = place;
        for (int i = 0; i < attached.Length; i++)
            loop.RowStores.Add(new RowStore(lowering.Lower(attached[i]), new RowPlace(_results[i].Place.Buffer, null, null, _results[i].Comment, _results[i].Place.Start), []));

        var ofChunk = new List<Operation>();
        foreach (Operation scalar in Frontier.Of(loop.Outputs())) PlaceScalar(scalar, loop, ofChunk);

        var output = new SourceWriter();
        output.WriteLine("// ---- Update of the parameters ----");
        output.WriteLine();
        WritePrepare(output);
        WriteDispatch(output);
        string description = "";
        RowSchedule schedule = LoopEmitter.Plan(loop);
        foreach (int bits in VectorArithmetic.Widths)
        {
            var vector = new VectorArithmetic(bits);
            var text = new SourceWriter();
            var emitter = LoopEmitter.For(loop, schedule, text, vector);
            description = emitter.Describe();
            emitter.Write();
            output.WriteLine();
            output.WriteLine("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (output.Open($"private void UpdateParametersOf{bits}(int task)"))
            {
                output.WriteLine("int start = _chunkStart[task], length = _chunkLength[task];");
                foreach (Operation scalar in ofChunk) output.WriteLine($"double {loop.Scalars[scalar]} = {ChunkText(scalar)};");
                emitter.WriteBuffers(output);
                output.Write(text.ToString());
            }
        }

        string sweeps = description.StartsWith("1 ", StringComparison.Ordinal) ? "one sweep" : description.Substring(0, description.IndexOf(' ')) + " sweeps";
        string summary = $"{string.Join(", ", _results.Select(r => r.Comment))} are updated in {sweeps} over {(PerTensor ? "each tensor" : "the parameters")}, one lane per number.";
        return new ParameterKernelResult(output.ToString(), "PrepareUpdate();", PerTensor, States, [summary]);
    }

    /// <summary>What depends on the chunk is computed in it, the rest once per step.</summary>
    private void PlaceScalar(Operation scalar, RowLoop loop, List<Operation> ofChunk)
    {
        if (IsOfChunk(scalar))
        {
            foreach (Operation part in StepParts(scalar)) Field(part);
            ofChunk.Add(scalar);
            loop.Scalars[scalar] = _names.Unique(NameTable.Meaning(scalar) + "OfChunk");
            return;
        }

        loop.Scalars[scalar] = scalar.Kind == Operator.Input ? _arguments.Scalars[scalar.Name] : Field(scalar);
        if (scalar.Kind == Operator.Input) loop.Scalars[scalar] = LossKernel.Atom(loop.Scalars[scalar]);
    }

    private string Field(Operation scalar)
    {
        if (_fields.TryGetValue(scalar, out string known)) return known;
        string name = _names.Unique(NameTable.Meaning(scalar));
        return _fields[scalar] = "_update" + char.ToUpperInvariant(name[0]) + name.Substring(1);
    }

    private bool IsOfChunk(Operation operation) =>
        operation.Kind == Operator.Input ? _decays.Contains(operation.Name) || operation.Name == "RowLength" : Array.Exists(operation.Operands, IsOfChunk);

    /// <summary>The greatest parts that do not depend on the chunk and are worth a field.</summary>
    private IEnumerable<Operation> StepParts(Operation operation)
    {
        foreach (Operation operand in operation.Operands)
        {
            if (IsOfChunk(operand))
                foreach (Operation part in StepParts(operand)) yield return part;
            else if (operand.Kind is not (Operator.Constant or Operator.Input)) yield return operand;
        }
    }

    private string ChunkText(Operation scalar) => DoubleText.Of(scalar, o => _fields.TryGetValue(o, out string field) ? field : Input(o));

    private string? Input(Operation operation)
    {
        if (operation.Kind != Operator.Input) return null;
        string expression = $"(double){LossKernel.Atom(_arguments.Scalars[operation.Name])}";
        return _decays.Contains(operation.Name) ? $"(_chunkDecays[task] ? {expression} : 0.0)" : expression;
    }

    private void WritePrepare(SourceWriter output)
    {
        foreach (string field in _fields.Values) output.WriteLine($"private double {field};");
        if (_fields.Count > 0) output.WriteLine();
        output.WriteLine("/// <summary>What is the same for all parameters in this step.</summary>");
        using (output.Open("private void PrepareUpdate()"))
        {
            foreach (KeyValuePair<Operation, string> field in _fields.OrderBy(f => f.Key.Id))
                output.WriteLine($"{field.Value} = {DoubleText.Of(field.Key, o => o != field.Key && o.Id < field.Key.Id && _fields.TryGetValue(o, out string other) ? other : Input(o))};");
        }

        output.WriteLine();
    }

    private void WriteDispatch(SourceWriter output)
    {
        output.WriteLine($"/// <summary>One chunk: {_optimizer.Formula.Name}{(PerTensor ? ", a whole tensor" : "")}.</summary>");
        using (output.Open("private void UpdateParameters(int task)"))
        {
            output.WriteLine($"if ({VectorArithmetic.Support(512)}) UpdateParametersOf512(task);");
            output.WriteLine($"else if ({VectorArithmetic.Support(256)}) UpdateParametersOf256(task);");
            output.WriteLine("else UpdateParametersOf128(task);");
        }
    }
}
