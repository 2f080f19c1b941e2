using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <content>Passes over the parameters, in parallel.</content>
internal sealed partial class ParameterKernel
{
    /// <summary>Locals of a chunk, each with what it is; only those that are used are declared.</summary>
    private static readonly (string Name, string Value)[] s_ofChunk =
    [
        ("tensor", "_chunks.Tensor[task]"),
        ("offset", "start - _chunks.TensorStart[tensor]"),
        ("columns", "_chunks.TensorColumns[tensor]"),
        ("firstRow", "offset / columns"),
        ("chunkRow", "_chunks.FirstRow[task]"),
        ("columnPart", "_chunks.ColumnPart[task]"),
        ("vectorStart", "_chunks.ColumnStart[tensor]"),
    ];

    private readonly List<string> _passes = [];

    private string Delegate(string pass) => "_" + char.ToLowerInvariant(pass[0]) + pass.Substring(1);

    /// <summary>Writes the pass of a stage; null when there is nothing to do.</summary>
    private string? WritePass(SourceWriter output, int stage)
    {
        var loops = _variants.ToDictionary(v => v, v => Loop(v, stage));
        if (loops.Values.All(l => l is null)) return null;
        bool isOnly = stage == 0 && _lastStage == 0;
        string name = isOnly ? _program.OnlyPass : $"{_program.Name}Pass{_passes.Count + 1}";
        _passes.Add(name);
        bool choose = _variants.Count > 1;
        if (choose)
        {
            output.WriteLine($"/// <summary>One chunk: {Contents(stage)}.</summary>");
            using (output.Open($"private void {name}(int task)"))
            {
                foreach (ParameterVariant variant in _variants)
                    if (loops[variant] is not null) output.WriteLine($"if ({Condition(variant, "_chunks.Tensor[task]")}) {name}{variant.Suffix}(task);");
            }

            output.WriteLine();
        }

        foreach (ParameterVariant variant in _variants)
            if (loops[variant] is { } loop) WriteLoop(output, loop, variant, $"{name}{(choose ? variant.Suffix : "")}", Contents(stage), "task");
        return name;
    }

    private string Contents(int stage) => stage == _lastStage ? _program.Contents : "what is summed over tensors";

    /// <summary>Whether a tensor is of a kind.</summary>
    private string Condition(ParameterVariant variant, string tensor)
    {
        if (variant.IsMatrix != true) return $"!_chunks.IsMatrix[{tensor}]";
        return _variants.Exists(v => v != variant && v.IsMatrix == true)
            ? $"_chunks.IsMatrix[{tensor}] && {(variant.Layout == ParameterLayout.UnitsInColumns ? "" : "!")}_chunks.UnitsInColumns[{tensor}]"
            : $"_chunks.IsMatrix[{tensor}]";
    }

    /// <summary>Writes a loop in all widths, and what chooses among them.</summary>
    private void WriteLoop(SourceWriter output, RowLoop loop, ParameterVariant variant, string name, string contents, string task)
    {
        var ofTensor = new List<Operation>();
        PlaceScalars(loop, variant, ofTensor);
        output.WriteLine($"/// <summary>One {(task == "task" ? "chunk" : "tensor")}: {contents}.</summary>");
        using (output.Open($"private void {name}(int {task})"))
        {
            output.WriteLine($"if ({VectorArithmetic.Support(512)}) {name}Of512({task});");
            output.WriteLine($"else if ({VectorArithmetic.Support(256)}) {name}Of256({task});");
            output.WriteLine($"else {name}Of128({task});");
        }

        RowSchedule schedule = LoopEmitter.Plan(loop);
        foreach (int bits in VectorArithmetic.Widths)
        {
            var body = new SourceWriter();
            var text = new SourceWriter();
            LoopEmitter emitter = LoopEmitter.For(loop, schedule, text, new VectorArithmetic(bits));
            emitter.Write();
            foreach (Operation scalar in ofTensor) body.WriteLine($"double {loop.Scalars[scalar]} = {Text(scalar, variant)};");
            foreach (RowAccumulation sum in loop.Accumulations)
                body.WriteLine($"{sum.Place.Buffer}.Slice(columnPart, columns).Span.{(sum.IsMaximum ? "Fill(float.NegativeInfinity)" : "Clear()")};");
            emitter.WriteBuffers(body);
            body.Write(text.ToString());
            output.WriteLine();
            output.WriteLine("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (output.Open($"private void {name}Of{bits}(int {task})"))
            {
                if (task == "task") WriteLocals(output, body.ToString(), loop.IsSingle);
                else WriteLocalsOfTensor(output, body.ToString());
                output.Write(body.ToString());
            }
        }

        output.WriteLine();
    }

    private static void WriteLocals(SourceWriter output, string body, bool isFlat)
    {
        output.WriteLine("int start = _chunks.Start[task], length = _chunks.Length[task];");
        string uses = body + (isFlat ? "" : " columns ");
        for (int i = s_ofChunk.Length - 1; i >= 0; i--)
            if (Uses(uses, s_ofChunk[i].Name)) uses += " " + s_ofChunk[i].Value;
        foreach ((string local, string value) in s_ofChunk)
            if (Uses(uses, local)) output.WriteLine($"int {local} = {value};");
        if (!isFlat) output.WriteLine("int first = 0, last = length / columns;");
    }

    private static void WriteLocalsOfTensor(SourceWriter output, string body)
    {
        output.WriteLine("int columns = _chunks.TensorColumns[tensor];");
        if (Uses(body, "vectorStart")) output.WriteLine("int vectorStart = _chunks.ColumnStart[tensor];");
    }

    private static bool Uses(string text, string name) => Regex.IsMatch(text, $@"(?<![\w.]){name}\b");

    /// <summary>What a pass computes for one kind of tensors; null for nothing.</summary>
    private RowLoop? Loop(ParameterVariant variant, int stage)
    {
        RowLoop loop = NewLoop(variant, isVector: false);
        foreach (ParameterBarrier barrier in variant.Barriers)
            if (barrier.Operands.Max(_cuts.StageOf) == stage) AddParts(loop, variant, barrier);
        if (stage == _lastStage) AddResults(loop, variant);
        if (!loop.Outputs().Any()) return null;
        AddInputs(loop, variant, stage);
        return loop;
    }

    private static RowLoop NewLoop(ParameterVariant variant, bool isVector)
    {
        bool isSingle = variant.IsFlat || isVector;
        var loop = new RowLoop { Length = 0, LengthText = variant.IsFlat ? "length" : "columns", AxisName = "parameter", IsSingle = isSingle };
        foreach ((string local, _) in s_ofChunk) loop.Parameters.Add(local);
        return loop;
    }

    /// <summary>What the chunks leave for a barrier.</summary>
    private void AddParts(RowLoop loop, ParameterVariant variant, ParameterBarrier barrier)
    {
        Node operand = barrier.Operands[0];
        string parts = PartsField(barrier.Input.Name);
        switch (barrier.Kind)
        {
            case BarrierKind.TensorSum or BarrierKind.ModelSum when variant.IsFlat:
                loop.ExampleStores.Add(new ExampleStore(_lowering.Lower(_graph.RowSum(operand)), new ExamplePlace(parts, "task", null)));
                break;
            case BarrierKind.TensorMaximum when variant.IsFlat:
                loop.ExampleStores.Add(new ExampleStore(_lowering.Lower(_graph.RowMaximum(operand)), new ExamplePlace(parts, "task", null)));
                break;
            case BarrierKind.TensorSum or BarrierKind.TensorMaximum:
                loop.ExampleStores.Add(new ExampleStore(_lowering.Lower(operand), new ExamplePlace(parts, "chunkRow", null)));
                break;
            case BarrierKind.ModelSum:
                loop.ExampleStores.Add(new ExampleStore(_lowering.Lower(_graph.RowSum(operand)), new ExamplePlace(RowPartsField(barrier.Input.Name), "chunkRow", null)));
                break;
            case BarrierKind.ColumnSum or BarrierKind.ColumnMaximum:
                loop.Accumulations.Add(new RowAccumulation(_lowering.Lower(operand), new VectorPlace(parts, "columnPart"), IsMaximum: barrier.Kind == BarrierKind.ColumnMaximum));
                break;
            case BarrierKind.Polynomial when !IsPolynomial(operand):
                loop.RowStores.Add(new RowStore(_lowering.Lower(operand), RowsFrom(loop, parts, "matrix", "start"), []));
                break;
        }
    }

    /// <summary>A tensor's numbers: one row of them, or the rows of a matrix.</summary>
    private static RowPlace RowsFrom(RowLoop loop, string buffer, string comment, string start) =>
        loop.IsSingle ? new(buffer, null, null, comment, Start: start) : new(buffer, null, null, comment, Offset: start);

    private bool IsPolynomial(Node operand) =>
        operand.Kind == NodeKind.Input && _barriers.TryGetValue(operand.Name, out (ParameterBarrier Barrier, int) known) && known.Barrier.Kind == BarrierKind.Polynomial;

    private void AddResults(RowLoop loop, ParameterVariant variant)
    {
        foreach (ParameterResult result in variant.Results)
        {
            Operation value = _lowering.Lower(result.Value);
            if (result.State is not { } state) AddElements(_program.BufferOf(result.Name), "start");
            else if (state.Scope == StateScope.Average) AddElements("Averages", "start");
            else if (state.Scope == StateScope.Element || (variant.IsFlat && state.Scope == StateScope.Incoming)) AddElements(result.StateBuffer, StartOf(state));
            else if (IsPerRow(state, variant)) loop.ExampleStores.Add(new ExampleStore(value, new ExamplePlace(result.StateBuffer, StartOfRows(state), null)));

            void AddElements(string buffer, string start) => loop.RowStores.Add(new RowStore(value, RowsFrom(loop, buffer, result.Name, start), []));
        }
    }

    /// <summary>Whether a state has a number for each row of the matrix in memory.</summary>
    private static bool IsPerRow(ParameterState state, ParameterVariant variant) =>
        (state.Scope == StateScope.Unit && variant.Layout == ParameterLayout.UnitsInRows) || (state.Scope == StateScope.Incoming && variant.Layout == ParameterLayout.UnitsInColumns);

    private static bool IsPerColumn(ParameterState state, ParameterVariant variant) =>
        (state.Scope == StateScope.Unit && variant.Layout == ParameterLayout.UnitsInColumns) || (state.Scope == StateScope.Incoming && variant.Layout == ParameterLayout.UnitsInRows);

    private string StartOf(ParameterState state) => state.Block < 0 ? $"({StartsField(state)}[tensor] + offset)" : state.Block == 0 ? "start" : $"({state.Block} + start)";

    private string StartOfRows(ParameterState state) => $"({StartsField(state)}[tensor] + firstRow)";

    /// <summary>Where a loop finds what it reads. Values per column come from the vectors that a phase has computed.</summary>
    private void AddInputs(RowLoop loop, ParameterVariant variant, int stage)
    {
        var waiting = new Stack<Operation>(loop.Outputs());
        var seen = new HashSet<Operation>();
        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            if (!seen.Add(operation) || Frontier.IsPlain(operation)) continue;
            if (operation.Kind == Operator.Input) AddInput(loop, variant, operation);
            else if (!variant.IsFlat && operation.Axes == Axes.Row && !operation.IsCondition) loop.Vectors[operation] = new VectorPlace(VectorField(operation), "vectorStart");
            else
                foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }
    }

    private void AddInput(RowLoop loop, ParameterVariant variant, Operation input)
    {
        if (_barriers.TryGetValue(input.Name, out (ParameterBarrier Barrier, int) known))
        {
            if (known.Barrier.Kind == BarrierKind.Polynomial) AddElements(BarrierField(input.Name), "start");
            else loop.Vectors[input] = new VectorPlace(BarrierField(input.Name), "vectorStart");
        }
        else if (!_stateInputs.TryGetValue(input.Name, out ParameterState state)) AddElements(_program.BufferOf(input.Name), "start");
        else if (state.Scope == StateScope.Average) AddElements("Averages", "start");
        else if (IsPerRow(state, variant)) loop.Examples[input] = new ExamplePlace(state.Buffer, StartOfRows(state), null);
        else if (IsPerColumn(state, variant)) loop.Vectors[input] = new VectorPlace(state.Buffer, $"{StartsField(state)}[tensor]");
        else AddElements(state.Buffer, StartOf(state));

        void AddElements(string buffer, string start)
        {
            if (variant.IsFlat) loop.Vectors[input] = new VectorPlace(buffer, start);
            else loop.Rows[input] = RowsFrom(loop, buffer, NameTable.Meaning(input), start);
        }
    }
}
