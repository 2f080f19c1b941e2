using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <content>Where values are while the loss is computed, and which loop stores them.</content>
internal sealed partial class LossKernel
{
    private const string OrderType = "NativeBuffer<long>";

    private const string ScratchType = "NativeBuffer<double>";

    private readonly Dictionary<Operation, string> _scalarFields = [];
    private readonly Dictionary<Operation, VectorPlace> _vectors = [];
    private readonly Dictionary<Operation, string> _labelFields = [];
    private readonly Dictionary<Operation, string> _tables = [];
    private readonly Dictionary<Operation, RowPlace> _rows = [];
    private readonly Dictionary<Operation, ExamplePlace> _numbers = [];
    private readonly Dictionary<Operation, string> _labels = [];
    private readonly Dictionary<Operation, int> _labelCounts = [];
    private readonly HashSet<Operation> _rowNumbers = [];
    private readonly Dictionary<(Operation Summed, bool IntoBlocks), (string Buffer, string Start)> _barrierInputs = [];
    private readonly List<LossLoop> _loops = [];
    private List<LossLoop>? _passes;

    /// <summary>The loops in the order in which they run.</summary>
    private List<LossLoop> Passes => _passes ??= [.. _loops.OrderBy(l => l.Stage).ThenBy(l => l.Outer).ThenBy(l => l.Inner)];

    private int LastPhase => 1 + new[] { _loops.Select(l => l.Stage), _plan.Barriers.Select(b => b.Stage - 1) }.SelectMany(s => s).DefaultIfEmpty(0).Max();

    /// <summary>The most entries along an axis.</summary>
    private int Most(Axes axis) => axis is Axes.Example or Axes.Other ? _request.BatchSize : (int)_objective.Graph.Length(axis).Value;

    private string LengthOf(Axes axis) => axis is Axes.Example or Axes.Other ? "Count" : Literals.Literal(Most(axis));

    private string Blocks(Axes outer) => Literals.Literal((Most(outer) + BlockRows - 1) / BlockRows);

    private static string NameOf(Axes axis) => axis switch
    {
        Axes.Example => "batch",
        Axes.Row or Axes.RowAgain => "classes",
        Axes.Feature or Axes.FeatureAgain => "features",
        Axes.Output or Axes.OutputAgain => "targets",
        Axes.Other => "others",
        Axes.Group => "groups",
        _ => "domains",
    };

    /// <summary>Everything that comes from outside.</summary>
    private void PlaceInputs()
    {
        foreach (KeyValuePair<int, Operation> logits in _plan.Logits) _rows[logits.Value] = LogitsPlace("_logits", logits.Key, "logits");
        foreach ((Operation input, string buffer) in _plan.MemoryInputs) _rows[input] = new RowPlace(buffer, null, "BatchRows", "memory");
        LossSources sources = _objective.Sources;
        foreach (KeyValuePair<Node, RowPlace> row in sources.Rows)
            if (_plan.Find(row.Key) is { } input) _rows[input] = row.Value;
        foreach (KeyValuePair<Node, ExamplePlace> number in sources.Numbers)
            if (_plan.Find(number.Key) is { } input) _numbers[input] = number.Value;
        foreach (KeyValuePair<Node, VectorPlace> vector in sources.Vectors)
            if (_plan.Find(vector.Key) is { } input) _vectors[input] = vector.Value;
        foreach (KeyValuePair<Node, string> table in sources.Tables)
            if (_plan.Find(table.Key) is { } input) _tables[input] = table.Value;
        foreach (KeyValuePair<Node, (string Buffer, int Count)> label in sources.Labels)
        {
            if (_plan.Find(label.Key) is not { } input) continue;
            _labels[input] = label.Value.Buffer;
            _labelCounts[input] = label.Value.Count;
        }

        _vectors[_plan.ClassWeights] = new VectorPlace("ClassWeights", "0");
        _numbers[_plan.Share] = new ExamplePlace("_mixShares", "0", null);
        _labels[_plan.Label] = "BatchLabels";
        _labels[_plan.PartnerLabel] = "_mixLabels";
        foreach (Operation input in _plan.All)
        {
            if (input.Kind == Operator.LabelInput && input.Name.StartsWith("row.", System.StringComparison.Ordinal)) _rowNumbers.Add(input);
            if (input.Kind != Operator.Input || !input.Name.StartsWith("positions.", System.StringComparison.Ordinal)) continue;
            string buffer = Buffer("positions", Most(input.Axes), $"0, 1, 2 … [{NameOf(input.Axes)}].");
            _filled.Add($"for (int i = 0; i < {Literals.Literal(Most(input.Axes))}; i++) {buffer}[i] = i;");
            _vectors[input] = new VectorPlace(buffer, "0");
        }
    }

    /// <summary>Values for the whole step that a pass or a later phase uses become fields.</summary>
    private void FindFields()
    {
        foreach (Operation user in _plan.All)
        {
            // A condition for the whole step is tested where it is used.
            bool isInPass = user.Has(Axes.Example) || user.Home != Axes.None || user.IsBarrier || (user.IsCondition && user.Axes == Axes.None);
            foreach (Operation operand in user.Operands)
            {
                if (operand.Kind is Operator.Constant or Operator.Input or Operator.LabelInput || operand.IsCondition || operand.Home != Axes.None) continue;
                if (operand.IsLabel && operand.Axes == Axes.None)
                {
                    if (_labelFields.ContainsKey(operand)) continue;
                    _labelFields[operand] = FieldName(NameTable.Meaning(operand));
                    _declared.Add(("int", _labelFields[operand], null, ""));
                }
                else if (AxisSets.IsVector(operand.Axes))
                {
                    // A number of it is read from memory, wherever that is done.
                    if (isInPass || user.Stage > operand.Stage || operand.IsBarrier || user.Kind == Operator.Pick) VectorField(operand);
                }
                else if (operand.Axes == Axes.None && (isInPass || user.Stage > operand.Stage || AxisSets.IsVector(user.Axes))) ScalarField(operand);
            }
        }

        IEnumerable<Operation> stored = _plan.Gradients.Values.SelectMany(g => g.Points.Select(p => p.Value).Prepend(g.Smooth)).Concat(_plan.TermValues).Concat(_plan.Memories.Select(m => m.NewValue))
            .Concat(_plan.RowGradients.Select(g => g.Gradient)).Concat(_plan.Numbers.Select(n => n.NewValue)).Concat(_plan.LearnedRowGradients.Select(g => g.Gradient))
            .Concat(_plan.Running.Select(r => r.NewValue));
        foreach (Operation output in stored)
        {
            if (output.Kind is Operator.Constant or Operator.Input) continue;
            if (output.Axes == Axes.None) ScalarField(output);
            else if (AxisSets.IsVector(output.Axes)) VectorField(output);
        }

        foreach (Operation output in _plan.TermMeans.Concat(_plan.LearnedGradients.Select(g => g.Gradient)).Append(_plan.Loss))
            if (output.Kind is not (Operator.Constant or Operator.Input)) _reported.Add(output);
    }

    private readonly HashSet<Operation> _reported = [];

    private void ScalarField(Operation operation)
    {
        if (_scalarFields.ContainsKey(operation)) return;
        string name = FieldName(NameTable.Meaning(operation));
        _scalarFields[operation] = name;
        _declared.Add(("double", name, null, ""));
    }

    private VectorPlace VectorField(Operation operation)
    {
        if (_vectors.TryGetValue(operation, out VectorPlace known)) return known;
        // Another name of the same numbers.
        if (operation.Kind == Operator.Relabel) return _vectors[operation] = Stored(operation.Operands[0]) is var (buffer, start) ? new VectorPlace(buffer, start) : null!;
        return _vectors[operation] = new VectorPlace(Buffer(NameTable.Meaning(operation), Most(operation.Axes), $"A row for the whole batch [{NameOf(operation.Axes)}]."), "0");
    }

    /// <summary>The loop at a stage.</summary>
    private LossLoop LoopAt(int stage, Axes outer, Axes inner)
    {
        if (_loops.Find(l => l.Stage == stage && l.Outer == outer && l.Inner == inner) is { } known) return known;
        var loop = new LossLoop(stage, outer, inner);
        _loops.Add(loop);
        return loop;
    }

    /// <summary>The loop that can store rows of these axes, of values that are known at <paramref name="values"/>' stages.</summary>
    private LossLoop LoopOfRows(Axes axes, params Operation[] values)
    {
        (Axes outer, Axes inner) = (AxisSets.Outer(axes), AxisSets.Inner(axes));
        int stage = values.Max(v => v.Stage + (v.Home != Axes.None && v.Home != inner ? 1 : 0));
        return LoopAt(stage, outer, inner);
    }

    /// <summary>The loop that finds a value of each example.</summary>
    private LossLoop LoopOfNumbers(Operation value) => LoopAt(value.Stage, Axes.Example, value.Home == Axes.None ? Axes.Row : value.Home);

    /// <summary>Where the numbers of an operation are once its stage is done; stored if they are not anyway.</summary>
    private (string Buffer, string Start) Stored(Operation operation)
    {
        if (AxisSets.IsVector(operation.Axes))
        {
            VectorPlace vector = VectorField(operation);
            return (vector.Buffer, vector.Start);
        }

        if (operation.Axes == Axes.Example) return StoredNumbers(operation) is var place ? (place.Buffer, place.Start) : default;
        if (_rows.TryGetValue(operation, out RowPlace known) && known is { Index: null, Stride: null })
        {
            string length = LengthOf(AxisSets.Inner(operation.Axes));
            string start = known.FirstRow is { } first ? $"({first} * {length})" : known.Offset ?? "0";
            return (known.Buffer, start);
        }

        if (_storedRows.TryGetValue(operation, out string buffer)) return (buffer, "0");
        (Axes outer, Axes inner) = (AxisSets.Outer(operation.Axes), AxisSets.Inner(operation.Axes));
        buffer = _storedRows[operation] = Buffer(NameTable.Meaning(operation) + "Rows", (long)Most(outer) * Most(inner), $"Rows for what is computed of all of them [{NameOf(outer)}, {NameOf(inner)}].");
        LoopOfRows(operation.Axes, operation).Rows.Add(new RowStore(operation, new RowPlace(buffer, null, null, NameTable.Meaning(operation)), [], CanHold: true));
        return (buffer, "0");
    }

    private readonly Dictionary<Operation, string> _storedRows = [];
    private readonly Dictionary<Operation, ExamplePlace> _storedNumbers = [];

    private ExamplePlace StoredNumbers(Operation operation)
    {
        if (_numbers.TryGetValue(operation, out ExamplePlace given) && given.Index is null) return given;
        if (_storedNumbers.TryGetValue(operation, out ExamplePlace known)) return known;
        int term = _plan.TermValues.IndexOf(operation);
        if (term >= 0) return _storedNumbers[operation] = new ExamplePlace("TermValues", Literals.Literal(term * _request.BatchSize), null);
        var place = new ExamplePlace(Buffer(NameTable.Meaning(operation) + "OfExamples", _request.BatchSize, "A number for each example [batch]."), "0", null);
        LoopOfNumbers(operation).Examples.Add(new ExampleStore(operation, place));
        return _storedNumbers[operation] = place;
    }

    /// <summary>Where passes leave what is to be summed over the batch or computed of whole arrays.</summary>
    private void PlaceBarriers()
    {
        foreach (Operation barrier in _plan.Barriers)
        {
            Operation summed = barrier.Operands[0];
            if (barrier.IsOfWholeBatch) PlaceArray(barrier);
            else if (barrier.Kind == Operator.Kept) LoopOfKept(summed).Examples.Add(new ExampleStore(summed, new ExamplePlace(VectorField(barrier).Buffer, "0", null)));
            else if (barrier.Kind == Operator.LabelSum) PlaceTable(barrier, summed);
            else if (AxisSets.Count(summed.Axes) == 2) PlaceBlockSums(barrier, summed);
            else if (summed.Has(Axes.Example)) _barrierInputs[(summed, false)] = StoredNumbers(summed) is var place ? (place.Buffer, place.Start) : default;
        }
    }

    private LossLoop LoopOfKept(Operation kept) => LoopAt(kept.Stage, kept.Axes, kept.Home);

    private void PlaceTable(Operation barrier, Operation summed)
    {
        Axes inner = summed.Axes & ~Axes.Example;
        int labels = _labelCounts.TryGetValue(barrier.Operands[1], out int count) ? count : _request.Classes;
        string keys = _labelCounts.ContainsKey(barrier.Operands[1]) ? "groups" : "classes";
        _tables[barrier] = Buffer("sumsByLabel", (long)labels * (inner == Axes.None ? 1 : Most(inner)), inner == Axes.None ? $"A number for each label [{keys}]." : $"A row for each label [{keys}, {NameOf(inner)}].");
        if (!summed.Has(Axes.Example) || _barrierInputs.ContainsKey((summed, false))) return;
        if (inner == Axes.None)
        {
            _barrierInputs[(summed, false)] = StoredNumbers(summed) is var place ? (place.Buffer, place.Start) : default;
            return;
        }

        string buffer = Buffer(NameTable.Meaning(summed) + "OfExamples", (long)_request.BatchSize * Most(inner), $"A row for each example [batch, {NameOf(inner)}].");
        _barrierInputs[(summed, false)] = (buffer, "0");
        LoopOfRows(summed.Axes, summed).Rows.Add(new RowStore(summed, new RowPlace(buffer, null, null, "ofExamples"), [], CanHold: true));
    }

    private void PlaceBlockSums(Operation barrier, Operation summed)
    {
        if (_barrierInputs.ContainsKey((summed, true))) return;
        (Axes outer, Axes inner) = (AxisSets.Outer(summed.Axes), AxisSets.Inner(summed.Axes));
        int blocks = (Most(outer) + BlockRows - 1) / BlockRows;
        string buffer = Buffer(NameTable.Meaning(summed) + "OfBlocks", (long)blocks * Most(inner), $"Sums over the examples of each block [blocks, {NameOf(inner)}].");
        _barrierInputs[(summed, true)] = (buffer, "0");
        LoopOfRows(summed.Axes, summed).Sums.Add(new RowAccumulation(summed, new VectorPlace(buffer, $"(task * {LengthOf(inner)})")));
    }

    /// <summary>The loops' own results.</summary>
    private void PlaceResults()
    {
        foreach (KeyValuePair<int, (Operation Smooth, List<(Operation Value, Operation Label)> Points)> gradient in _plan.Gradients)
        {
            Operation[] values = [gradient.Value.Smooth, .. gradient.Value.Points.SelectMany(p => new[] { p.Value, p.Label })];
            LoopOfRows(Axes.Example | Axes.Row, values).Rows.Add(new RowStore(gradient.Value.Smooth, LogitsPlace("_logitsGradient", gradient.Key, "gradient"), gradient.Value.Points, CanHold: true));
        }

        for (int i = 0; i < _plan.RowGradients.Count; i++)
        {
            (RowPlace place, Operation gradient) = _plan.RowGradients[i];
            Axes axes = _plan.Find(_objective.Sources.Gradients[i].Input)?.Axes ?? _objective.Sources.Gradients[i].Input.Axes;
            LoopOfRows(axes, gradient).Rows.Add(new RowStore(gradient, place, [], CanHold: true));
        }

        foreach ((_, Operation value) in _plan.Memories)
        {
            _stagedMemories.Add(Buffer("newMemory", (long)_request.BatchSize * _request.Classes, "New rows for the memory [batch, classes], kept until every example has read the old ones."));
            LoopOfRows(Axes.Example | Axes.Row, value).Rows.Add(new RowStore(value, new RowPlace(_stagedMemories[_stagedMemories.Count - 1], null, null, "newMemory"), [], CanHold: true));
        }

        foreach ((_, Operation value) in _plan.Numbers)
        {
            string buffer = Buffer("newNumber", _request.BatchSize, "New numbers for the memory [batch], kept until every example has read the old ones.");
            _stagedNumbers.Add(buffer);
            LoopOfNumbers(value).Examples.Add(new ExampleStore(value, new ExamplePlace(buffer, "0", null)));
        }

        for (int i = 0; i < _plan.TermValues.Count; i++)
            LoopOfNumbers(_plan.TermValues[i]).Examples.Add(new ExampleStore(_plan.TermValues[i], new ExamplePlace("TermValues", Literals.Literal(i * _request.BatchSize), null)));
    }

    private readonly List<string> _stagedMemories = [];
    private readonly List<string> _stagedNumbers = [];

    /// <summary>A value of an example that one loop finds out and another needs is stored.</summary>
    private void ResolveForeign()
    {
        for (int stage = _loops.Max(l => l.Stage); stage >= 0; stage--)
            foreach (LossLoop loop in _loops.Where(l => l.Stage == stage).ToArray()) ResolveForeign(loop);

        // What the last phase reports may be known before.
        foreach (Operation output in _reported)
            if (output.Stage < LastPhase) ScalarField(output);
    }

    private void ResolveForeign(LossLoop loop)
    {
        var seen = new HashSet<Operation>();
        var waiting = new Stack<Operation>(loop.Outputs());
        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            if (!seen.Add(operation) || IsPlaced(operation)) continue;
            bool isForeign = operation.Axes == Axes.Example && operation.Home != Axes.None && operation.Home != loop.Inner;
            if (isForeign && operation.IsLabel) throw new FormulaLimitException("an index that is found along one axis is used along another");
            if (isForeign && !operation.IsCondition)
            {
                loop.Foreign[operation] = StoredNumbers(operation);
                continue;
            }

            foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }
    }

    /// <summary>Whether a loop finds the value in a field or buffer.</summary>
    private bool IsPlaced(Operation operation) =>
        operation.Kind is Operator.Constant or Operator.Input or Operator.LabelInput || _scalarFields.ContainsKey(operation) || _vectors.ContainsKey(operation)
        || _labelFields.ContainsKey(operation) || _tables.ContainsKey(operation) || _rows.ContainsKey(operation) || _numbers.ContainsKey(operation);

    private RowPlace LogitsPlace(string buffer, int view, string comment) =>
        new(buffer, view == 0 ? null : view == 1 ? "Count" : $"({view} * Count)", null, comment);
}
