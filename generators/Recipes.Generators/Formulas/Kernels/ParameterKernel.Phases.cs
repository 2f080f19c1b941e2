using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <content>Phases between the passes: what chunks have left is put together, in a fixed order; what is per column of a matrix is computed.</content>
internal sealed partial class ParameterKernel
{
    private readonly List<(string Type, string Name, string? Length, string Comment)> _declared = [];
    private readonly Dictionary<string, string> _barrierFields = [];
    private readonly Dictionary<string, string> _partsFields = [];
    private readonly Dictionary<string, string> _rowPartsFields = [];
    private bool _usesPolynomial;

    private string Polynomial => _program is UpdateProgram ? "_polynomial" : $"_polynomialOf{_program.Name}";

    private string BarrierField(string name)
    {
        if (_barrierFields.TryGetValue(name, out string known)) return known;
        ParameterBarrier barrier = _barriers[name].Barrier;
        string field = _barrierFields[name] = FieldName(name);
        switch (barrier.Kind)
        {
            case BarrierKind.ModelSum: Declare("double", field, null, ""); break;
            case BarrierKind.ColumnSum or BarrierKind.ColumnMaximum: Declare("float", field, "_chunks.Columns", "A number for each column of the matrices."); break;
            case BarrierKind.VectorSum or BarrierKind.VectorMaximum: Declare("float", field, "_chunks.Tensors", "A number for each tensor."); break;
            case BarrierKind.Polynomial: Declare("float", field, "Parameters.Length", "Matrices, laid out as the parameters."); break;
            default: Declare("double", field, "_chunks.Tensors", "A number for each tensor."); break;
        }

        return field;
    }

    private string PartsField(string name)
    {
        if (_partsFields.TryGetValue(name, out string known)) return known;
        ParameterBarrier barrier = _barriers[name].Barrier;
        string field = _partsFields[name] = FieldName(name + "Parts");
        switch (barrier.Kind)
        {
            case BarrierKind.ColumnSum or BarrierKind.ColumnMaximum: Declare("float", field, "_chunks.ColumnParts", "A row for each chunk of a matrix."); break;
            case BarrierKind.Polynomial: Declare("float", field, "Parameters.Length", "Matrices, laid out as the parameters."); break;
            // Flat tensors leave a number for each chunk, matrices one for each row.
            default: Declare("float", field, "int.Max(_chunks.Count, _chunks.MatrixRows)", "A number for each chunk or row."); break;
        }

        return field;
    }

    /// <summary>A sum over the model takes parts of both kinds of tensors.</summary>
    private string RowPartsField(string name)
    {
        if (_rowPartsFields.TryGetValue(name, out string known)) return known;
        string field = _rowPartsFields[name] = FieldName(name + "RowParts");
        Declare("float", field, "_chunks.MatrixRows", "A number for each row of the matrices.");
        return field;
    }

    private string VectorField(Operation operation)
    {
        if (_vectors.TryGetValue(operation, out string known)) return known;
        string field = _vectors[operation] = FieldName(NameTable.Meaning(operation));
        Declare("float", field, "_chunks.Columns", "A number for each column of the matrices.");
        return field;
    }

    private string StartsField(ParameterState state)
    {
        if (state.StartsField.Length == 0) state.StartsField = FieldName(state.Name.Substring(state.Name.LastIndexOf('.') + 1) + "Starts");
        return state.StartsField;
    }

    private void Declare(string type, string name, string? length, string comment) => _declared.Add((type, name, length, comment));

    private void WriteFields()
    {
        foreach (ParameterState state in _states.All.Where(s => s.StartsField.Length > 0))
        {
            _output.WriteLine($"/// <summary>Where each tensor keeps {state.Name}; -1 for those that do not.</summary>");
            _output.WriteLine($"private static readonly int[] {state.StartsField} = [{string.Join(", ", state.Starts.Select(s => s.ToString(CultureInfo.InvariantCulture)))}];");
        }

        foreach (string field in _fields.Values) _output.WriteLine($"private double {field};");
        foreach ((string type, string name, string? length, string comment) in _declared)
        {
            if (length is not null) _output.WriteLine($"/// <summary>{comment}</summary>");
            _output.WriteLine(length is null ? $"private {type} {name};" : $"private NativeBuffer<{type}> {name};");
        }

        if (_usesPolynomial) _output.WriteLine($"private readonly MatrixPolynomial {Polynomial} = new();");
        foreach (string pass in _passes) _output.WriteLine($"private Action<int> {Delegate(pass)} = null!;");
        _output.WriteLine();
        using (_output.Open($"private void Allocate{_program.Name}()"))
        {
            foreach (string pass in _passes) _output.WriteLine($"{Delegate(pass)} = {pass};");
            foreach ((string type, string name, string? length, _) in _declared)
                if (length is not null) _output.WriteLine($"{name} = Arena.Allocate<{type}>({length});");
            if (_usesPolynomial) _output.WriteLine($"{Polynomial}.Allocate(Arena, _chunks);");
        }

        _output.WriteLine();
    }

    /// <summary>Writes the phase before the pass of a stage; null when there is nothing to do.</summary>
    private string? WritePhase(SourceWriter output, int stage)
    {
        var body = new SourceWriter();
        foreach (string sum in _variants.SelectMany(v => v.Barriers).Where(b => b.Kind == BarrierKind.ModelSum && _cuts.StageOf(b.Input) == stage).Select(b => b.Input.Name).Distinct())
        {
            var parts = new List<string>();
            if (_partsFields.TryGetValue(sum, out string flat)) parts.Add($"ScalarMath.Sum({flat}, 0, _chunks.Count)");
            if (_rowPartsFields.TryGetValue(sum, out string rows)) parts.Add($"ScalarMath.Sum({rows}, 0, _chunks.MatrixRows)");
            body.WriteLine($"{BarrierField(sum)} = {string.Join(" + ", parts)};");
        }

        if (stage > 0) WriteRunFields(body, stage);
        var ofTensors = new SourceWriter();
        foreach (ParameterVariant variant in _variants) WriteTensorPhase(ofTensors, variant, stage);
        string tensors = ofTensors.ToString();
        if (tensors.Length > 0)
            using (body.Open("for (int tensor = 0; tensor < _chunks.Tensors; tensor++)")) body.Write(tensors);

        string text = body.ToString();
        if (text.Length == 0) return null;
        string name = $"{_program.Name}Phase{stage + 1}";
        output.WriteLine($"/// <summary>{(stage == 0 ? "What is per column of a matrix" : "Sums over tensors, in the order of the chunks")}.</summary>");
        using (output.Open($"private void {name}()")) output.Write(text);
        output.WriteLine();
        return name;
    }

    private void WriteTensorPhase(SourceWriter output, ParameterVariant variant, int stage)
    {
        var body = new SourceWriter();
        foreach (ParameterBarrier barrier in variant.Barriers.Where(b => _cuts.StageOf(b.Input) == stage)) WriteBarrier(body, variant, barrier);
        if (_vectorLoops.TryGetValue((variant, stage), out string vectors)) body.WriteLine($"{vectors}(tensor);");
        string text = body.ToString();
        if (text.Length == 0) return;
        if (_variants.Count == 1) output.Write(text);
        else
            using (output.Open($"if ({Condition(variant, "tensor")})")) output.Write(text);
    }

    private void WriteBarrier(SourceWriter output, ParameterVariant variant, ParameterBarrier barrier)
    {
        string name = barrier.Input.Name;
        string range = variant.IsFlat ? "_chunks.FirstChunk[tensor], _chunks.FirstChunk[tensor + 1] - _chunks.FirstChunk[tensor]" : "_chunks.RowStart[tensor], _chunks.TensorRows[tensor]";
        switch (barrier.Kind)
        {
            case BarrierKind.TensorSum:
                output.WriteLine($"{BarrierField(name)}[tensor] = ScalarMath.Sum({PartsField(name)}, {range});");
                break;
            case BarrierKind.TensorMaximum:
                output.WriteLine($"{BarrierField(name)}[tensor] = ScalarMath.Largest({PartsField(name)}, {range});");
                break;
            case BarrierKind.ColumnSum or BarrierKind.ColumnMaximum:
                output.WriteLine($"_chunks.{(barrier.Kind == BarrierKind.ColumnSum ? "SumColumns" : "MaximumColumns")}(tensor, {PartsField(name)}, {BarrierField(name)});");
                break;
            case BarrierKind.Polynomial:
            {
                _usesPolynomial = true;
                string from = IsPolynomial(barrier.Operands[0]) ? BarrierField(barrier.Operands[0].Name) : PartsField(name);
                string factors = string.Join(", ", barrier.Operands.Skip(1).Select(o => Text(_lowering.Lower(o), variant, "_chunks.TensorDecays[tensor]")));
                output.WriteLine($"{Polynomial}.Apply(Team, _chunks, tensor, {from}, {factors}, {BarrierField(name)});");
                break;
            }
        }
    }

    /// <summary>Writes the values per column that are known at a stage, and the sums over them that the next one needs.</summary>
    private string? WriteVectors(SourceWriter output, ParameterVariant variant, int stage)
    {
        RowLoop loop = NewLoop(variant, isVector: true);
        foreach (Operation vector in VectorsOf(variant).Where(v => StageOf(v) == stage))
            loop.RowStores.Add(new RowStore(vector, new RowPlace(VectorField(vector), null, null, NameTable.Meaning(vector), "vectorStart"), []));
        foreach (ParameterBarrier barrier in variant.Barriers.Where(b => b.Kind is BarrierKind.VectorSum or BarrierKind.VectorMaximum && b.Operands.Max(_cuts.StageOf) == stage))
        {
            Node sum = barrier.Kind == BarrierKind.VectorSum ? _graph.RowSum(barrier.Operands[0]) : _graph.RowMaximum(barrier.Operands[0]);
            loop.ExampleStores.Add(new ExampleStore(_lowering.Lower(sum), new ExamplePlace(BarrierField(barrier.Input.Name), "tensor", null)));
        }

        if (!loop.Outputs().Any()) return null;
        var waiting = new Stack<Operation>(loop.Outputs());
        var seen = new HashSet<Operation>();
        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            if (!seen.Add(operation)) continue;
            if (operation.Kind == Operator.Input && operation.Axes != Axes.None) AddInput(loop, variant, operation);
            else if (operation.Axes == Axes.Row && StageOf(operation) < stage && _vectors.TryGetValue(operation, out string field)) loop.Vectors[operation] = new VectorPlace(field, "vectorStart");
            else
                foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }

        string name = $"{_program.Name}Vectors{stage + 1}{(_variants.Count > 1 ? variant.Suffix : "")}";
        WriteLoop(output, loop, variant, name, "what is per column", "tensor");
        return name;
    }

    /// <summary>Values per column that passes over the matrix use or that are kept.</summary>
    private IEnumerable<Operation> VectorsOf(ParameterVariant variant)
    {
        var seen = new HashSet<Operation>();
        var found = new HashSet<Operation>();
        var waiting = new Stack<Operation>();
        foreach (ParameterBarrier barrier in variant.Barriers)
            if (barrier.Kind is not (BarrierKind.VectorSum or BarrierKind.VectorMaximum)) waiting.Push(_lowering.Lower(barrier.Kind == BarrierKind.ModelSum ? _graph.RowSum(barrier.Operands[0]) : barrier.Operands[0]));
        foreach (ParameterResult result in variant.Results)
        {
            Operation value = _lowering.Lower(result.Value);
            if (result.State is { } state && IsPerColumn(state, variant)) found.Add(value);
            else waiting.Push(value);
        }

        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            if (operation.Axes == Axes.None || operation.Kind == Operator.Input || !seen.Add(operation)) continue;
            if (operation.Axes == Axes.Row && !operation.IsCondition) found.Add(operation);
            else
                foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }

        return found.OrderBy(o => o.Id);
    }

    /// <summary>Writes what stores the states that have a number for each tensor, column or run; false if there are none.</summary>
    private bool WriteKeeping(SourceWriter output)
    {
        var body = new SourceWriter();
        var ofTensors = new SourceWriter();
        foreach (ParameterVariant variant in _variants)
        {
            var text = new SourceWriter();
            var stores = new List<string>();
            foreach (ParameterResult result in variant.Results)
            {
                if (result.State is not { } state) continue;
                Operation value = _lowering.Lower(result.Value);
                if (IsPerColumn(state, variant))
                {
                    text.WriteLine($"{VectorField(value)}.Slice(_chunks.ColumnStart[tensor], _chunks.TensorColumns[tensor]).Span.CopyTo({result.StateBuffer}.Slice({StartsField(state)}[tensor], _chunks.TensorColumns[tensor]).Span);");
                }
                else if (state.Scope == StateScope.Tensor || (state.Scope == StateScope.Unit && variant.IsFlat))
                {
                    // All are computed from the old values before any of them is stored.
                    string local = _names.Unique(result.Name + "Kept");
                    text.WriteLine($"double {local} = {Text(value, variant, "_chunks.TensorDecays[tensor]")};");
                    stores.Add($"{result.StateBuffer}[{StartsField(state)}[tensor]] = (float){local};");
                }
            }

            foreach (string store in stores) text.WriteLine(store);
            if (text.ToString().Length == 0) continue;
            if (_variants.Count == 1) ofTensors.Write(text.ToString());
            else
                using (ofTensors.Open($"if ({Condition(variant, "tensor")})")) ofTensors.Write(text.ToString());
        }

        if (ofTensors.ToString().Length > 0)
            using (body.Open("for (int tensor = 0; tensor < _chunks.Tensors; tensor++)")) body.Write(ofTensors.ToString());
        var runs = new List<string>();
        foreach (ParameterResult result in _variants[0].Results)
        {
            if (result.State is not { Scope: StateScope.Run } state) continue;
            Operation value = _lowering.Lower(result.Value);
            if (IsOfTensor(value)) throw new FormulaLimitException($"'{result.Name}' is kept for the run, but what is assigned differs between tensors");
            string local = _names.Unique(result.Name + "Kept");
            body.WriteLine($"double {local} = {Text(value, _variants[0])};");
            runs.Add($"Unsafe.As<float, double>(ref OptimizerState[{state.Block}]) = {local};");
        }

        foreach (string store in runs) body.WriteLine(store);
        string all = body.ToString();
        if (all.Length == 0) return false;
        output.WriteLine("/// <summary>Keeps what has a number for each tensor or column, or for the run.</summary>");
        using (output.Open($"private void {KeepStates}()")) output.Write(all);
        output.WriteLine();
        return true;
    }
}
