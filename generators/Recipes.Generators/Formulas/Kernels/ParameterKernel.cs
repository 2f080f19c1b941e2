using System;
using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>Writes gradient transforms, optimizer and averaging as passes over the parameters, in chunks: one pass where no sum over a tensor is needed.</summary>
/// <remarks>
/// Parameter, gradient, state and average are read once and written once in the last pass. Before each pass but the first stands a serial
/// phase that puts together what the chunks of the pass before left, in a fixed order.
/// </remarks>
internal sealed partial class ParameterKernel
{
    private readonly ParameterProgram _program;
    private readonly FormulaGraph _graph = new();
    private readonly FormulaArguments _arguments;
    private readonly ParameterBarriers _cuts;
    private readonly ParameterStates _states;
    private readonly List<ParameterVariant> _variants = [];
    private readonly Lowering _lowering;
    private readonly HashSet<string> _decays = [];
    private readonly Dictionary<string, (ParameterBarrier Barrier, int Stage)> _barriers = [];
    private readonly Dictionary<string, ParameterState> _stateInputs = [];
    private readonly Dictionary<Operation, string> _fields = [];
    private readonly Dictionary<Operation, string> _vectors = [];
    private readonly Dictionary<(ParameterVariant, int), string> _vectorLoops = [];
    private readonly NameTable _names = new();
    private readonly SourceWriter _output = new();
    private readonly int _lastStage;

    private ParameterKernel(ParameterProgram program)
    {
        _program = program;
        _states = new ParameterStates(program.Places);
        _arguments = new FormulaArguments(_graph);
        _cuts = new ParameterBarriers(_graph);
        _lowering = new Lowering(_graph);
        foreach (BoundFormula formula in program.Formulas)
            foreach (FormulaParameter knob in formula.Formula.Parameters.Where(p => p.IsDecay)) _decays.Add($"{formula.Prefix}.{knob.Name}");

        ParameterVariant[] variantOf = ChooseVariants(program.Formulas);
        foreach (ParameterVariant variant in _variants)
        {
            program.Bind(new ParameterBinder(_graph, _arguments, _states, variant), variant);
            _cuts.Cut(variant);
        }

        _cuts.CountStages(_variants);
        _states.Place(program, variantOf, _variants);
        foreach (ParameterState state in _states.All) _stateInputs[state.Name] = state;
        foreach (ParameterBarrier barrier in _variants.SelectMany(v => v.Barriers)) _barriers[barrier.Input.Name] = (barrier, _cuts.StageOf(barrier.Input));
        _lastStage = _variants.SelectMany(v => v.Results).Select(r => _cuts.StageOf(r.Value)).DefaultIfEmpty(0).Max();
        BoundFormula? averaging = program.Formulas.FirstOrDefault(f => f.Formula.Kind == FormulaKind.Averaging);
        Averages = averaging is not null || _states.All.Any(s => s.Scope == StateScope.Average);
        if (averaging is not null && _states.All.Any(s => s.Scope == StateScope.Average))
            throw new FormulaLimitException($"it averages the weights by itself, and {averaging.Formula.Name} does too");
    }

    private bool Averages { get; }

    private string KeepStates => _program is UpdateProgram ? "KeepStates" : $"Keep{_program.Name}";

    private bool ByRows => _variants.Exists(v => !v.IsFlat);

    /// <summary>Writes the update, or says why it cannot be.</summary>
    public static ParameterKernelResult Write(ParameterKernelRequest request) => Run(new UpdateProgram(request));

    /// <summary>Writes a program over the parameters, or says why it cannot be.</summary>
    public static ParameterKernelResult Run(ParameterProgram program)
    {
        try
        {
            return new ParameterKernel(program).Write();
        }
        catch (FormulaLimitException problem)
        {
            return new ParameterKernelResult("", [], false, 0, [], false, [], problem.Message);
        }
    }

    /// <summary>One kind for all tensors, unless a formula asks for units or for the shape.</summary>
    private ParameterVariant[] ChooseVariants(IReadOnlyList<BoundFormula> formulas)
    {
        bool seesUnits = formulas.Any(ParameterBinder.SeesUnits);
        bool asks = seesUnits || _program.TellsMatrices || formulas.Any(f => f.Formula.Parameters.Any(p => p.Role == FormulaRole.IsMatrix));
        var variantOf = new ParameterVariant[_program.Tensors.Count];
        for (int t = 0; t < variantOf.Length; t++)
        {
            ParameterTensor tensor = _program.Tensors[t];
            ParameterLayout layout = !seesUnits || !tensor.IsMatrix ? ParameterLayout.Flat : tensor.UnitsInColumns ? ParameterLayout.UnitsInColumns : ParameterLayout.UnitsInRows;
            bool? isMatrix = asks ? tensor.IsMatrix : null;
            ParameterVariant? known = _variants.Find(v => v.Layout == layout && v.IsMatrix == isMatrix);
            if (known is null) _variants.Add(known = new ParameterVariant(layout, isMatrix));
            variantOf[t] = known;
        }

        return variantOf;
    }

    private ParameterKernelResult Write()
    {
        // Loops first: they tell which numbers of the run are fields.
        var methods = new SourceWriter();
        int[] stages = [.. Enumerable.Range(0, _lastStage + 1)];
        string?[] passes = [.. stages.Select(s => WritePass(methods, s))];
        foreach (int stage in stages)
            foreach (ParameterVariant variant in _variants.Where(v => !v.IsFlat))
                if (WriteVectors(methods, variant, stage) is { } vectors) _vectorLoops[(variant, stage)] = vectors;

        if (!_variants.Exists(v => v.Results.Count > 0)) return new ParameterKernelResult("", [], false, 0, [], false, []);
        var calls = new List<string> { $"Prepare{_program.Name}();" };
        foreach (int stage in stages)
        {
            if (WritePhase(methods, stage) is { } phase) calls.Add($"{phase}();");
            if (passes[stage] is { } pass) calls.Add($"Team.For(_chunks.Count, {Delegate(pass)});");
        }

        if (WriteKeeping(methods)) calls.Add($"{KeepStates}();");

        _output.WriteLine($"// ---- {_program.Title} ----");
        _output.WriteLine();
        WriteFields();
        WritePrepare();
        _output.Write(methods.ToString());
        string names = string.Join(", ", _variants.SelectMany(v => v.Results).Select(r => r.Name).Distinct());
        string how = _passes.Count == 1 ? "one sweep over the parameters" : $"{_passes.Count} passes over the parameters{(ByRows ? ", matrices by rows" : "")}";
        return new ParameterKernelResult(
            _output.ToString(), [.. calls], ByRows, _states.Floats, [.. _states.Fills], Averages, [$"{names} are updated in {how}, one lane per number."]);
    }

    /// <summary>Reads a number for the whole run, tensor or chunk: what is the same for all tensors is a field, the rest is computed where it is used.</summary>
    private void PlaceScalars(RowLoop loop, ParameterVariant variant, List<Operation> ofTensor)
    {
        foreach (Operation scalar in ScalarsOf(loop))
        {
            if (IsOfTensor(scalar))
            {
                foreach (Operation part in RunParts(scalar)) Field(part);
                ofTensor.Add(scalar);
                loop.Scalars[scalar] = _names.Unique(NameTable.Meaning(scalar) + "OfChunk");
                continue;
            }

            loop.Scalars[scalar] = scalar.Kind != Operator.Input ? Field(scalar)
                : LossKernel.Atom(_arguments.Scalars.TryGetValue(scalar.Name, out string given) ? given : InputText(scalar, variant));
        }
    }

    /// <summary>The greatest axis-free parts of what the loop computes. Of a condition its parts.</summary>
    private static IEnumerable<Operation> ScalarsOf(RowLoop loop)
    {
        var seen = new HashSet<Operation>();
        var found = new HashSet<Operation>();
        var waiting = new Stack<Operation>(loop.Outputs());
        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            if (loop.IsGiven(operation) || !seen.Add(operation)) continue;
            if (operation.Axes == Axes.None && !operation.IsCondition && Frontier.IsPlain(operation)) found.Add(operation);
            else
                foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }

        return found.OrderBy(o => o.Id);
    }

    private string Field(Operation scalar)
    {
        if (_fields.TryGetValue(scalar, out string known)) return known;
        return _fields[scalar] = FieldName(NameTable.Meaning(scalar));
    }

    private string FieldName(string meaning)
    {
        string name = _names.Unique(meaning);
        return "_" + char.ToLowerInvariant(_program.Name[0]) + _program.Name.Substring(1) + char.ToUpperInvariant(name[0]) + name.Substring(1);
    }

    private bool IsOfTensor(Operation operation)
    {
        if (operation.Kind != Operator.Input) return Array.Exists(operation.Operands, IsOfTensor);
        if (_barriers.TryGetValue(operation.Name, out (ParameterBarrier Barrier, int) known)) return known.Barrier.Kind != BarrierKind.ModelSum;
        if (_stateInputs.TryGetValue(operation.Name, out ParameterState state)) return state.Scope != StateScope.Run;
        return _decays.Contains(operation.Name) || operation.Name is "RowLength" or "Count";
    }

    /// <summary>The greatest parts that are the same for all tensors and are worth a field.</summary>
    private IEnumerable<Operation> RunParts(Operation operation)
    {
        foreach (Operation operand in operation.Operands)
        {
            if (IsOfTensor(operand))
                foreach (Operation part in RunParts(operand)) yield return part;
            else if (operand.Kind is not (Operator.Constant or Operator.Input) && !operand.IsCondition) yield return operand;
        }
    }

    private int StageOf(Operation operation) => operation.Kind == Operator.Input
        ? _barriers.TryGetValue(operation.Name, out (ParameterBarrier, int Stage) known) ? known.Stage : 0
        : operation.Operands.Select(StageOf).DefaultIfEmpty(0).Max();

    /// <summary>The text of an axis-free value in the scope of a tensor (and of a chunk, if <paramref name="decay"/> says so).</summary>
    private string Text(Operation scalar, ParameterVariant variant, string decay = "_chunks.Decays[task]") =>
        DoubleText.Of(scalar, o => _fields.TryGetValue(o, out string field) ? field : o.Kind == Operator.Input ? InputText(o, variant, decay) : null);

    private string InputText(Operation input, ParameterVariant variant, string decay = "_chunks.Decays[task]")
    {
        if (_barriers.TryGetValue(input.Name, out (ParameterBarrier Barrier, int) known))
            return known.Barrier.Kind == BarrierKind.ModelSum ? BarrierField(input.Name) : $"(double){BarrierField(input.Name)}[tensor]";
        if (_stateInputs.TryGetValue(input.Name, out ParameterState state))
            return state.Scope == StateScope.Run ? RunText(state) : $"(double){state.Buffer}[{StartsField(state)}[tensor]]";
        switch (input.Name)
        {
            case "RowLength": return variant.IsFlat ? "(double)_chunks.TensorLength[tensor]" : "(double)_chunks.TensorColumns[tensor]";
            case "Count": return variant.IsFlat ? "1.0" : "(double)_chunks.TensorRows[tensor]";
        }

        string expression = $"(double){LossKernel.Atom(_arguments.Scalars[input.Name])}";
        return _decays.Contains(input.Name) ? $"({decay} ? {expression} : 0.0)" : expression;
    }

    private static string RunText(ParameterState state)
    {
        string kept = $"Unsafe.As<float, double>(ref OptimizerState[{state.Block}])";
        return state.Initial == 0 ? kept : $"(StepIndex == 0 ? {Literals.Literal(state.Initial)} : {kept})";
    }

    private void WritePrepare()
    {
        _output.WriteLine("/// <summary>What is the same for all parameters in this step.</summary>");
        using (_output.Open($"private void Prepare{_program.Name}()")) WriteRunFields(_output, 0);
        _output.WriteLine();
    }

    /// <summary>Numbers for the whole run that are known with the sums of a stage.</summary>
    private void WriteRunFields(SourceWriter output, int stage)
    {
        foreach (KeyValuePair<Operation, string> field in _fields.Where(f => StageOf(f.Key) == stage).OrderBy(f => f.Key.Id))
            output.WriteLine($"{field.Value} = {DoubleText.Of(field.Key, o => o != field.Key && o.Id < field.Key.Id && _fields.TryGetValue(o, out string other) ? other : o.Kind == Operator.Input ? InputText(o, _variants[0]) : null)};");
    }
}
