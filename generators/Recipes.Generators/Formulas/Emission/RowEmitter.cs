using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Emission;

/// <summary>Long rows: one example after the other, a lane is an entry of its row; what is per example is computed in double.</summary>
internal sealed class RowEmitter : LoopEmitter
{
    private readonly Dictionary<Operation, string> _starts = [];
    private readonly Dictionary<RowStore, string> _results = [];
    private readonly Dictionary<Operation, (string Buffer, string Start)> _stored = [];
    private readonly Dictionary<Operation, string> _doubles = [];
    private readonly Dictionary<Operation, string> _vectors = [];

    public RowEmitter(RowLoop loop, RowSchedule schedule, SourceWriter output, VectorArithmetic vector)
        : base(loop, schedule, output, vector)
    {
        ScratchFloats = System.Math.Max(0, Schedule.Stored.Count - loop.RowStores.Count(s => s.CanHold)) * System.Math.Max(loop.Length, loop.MostEntries);
    }

    /// <summary>Rows from here on leave the second-level cache before they are used again.</summary>
    private const int ShortestFetched = 8192;

    private string V => Vector.Type;

    private int Tail => Loop.Length > 0 ? Loop.Length % Vector.Lanes : -1;

    public override string Describe() => $"{Schedule.Sweeps.Count} sweeps over each row of {Loop.LengthText}, one lane per {Loop.AxisName}";

    public override void Write()
    {
        WriteScalars();
        if (Loop.IsSingle) WriteRow();
        else
            using (Output.Open("for (int row = first; row < last; row++)")) WriteRow();
    }

    private void WriteRow()
    {
        WritePlaces();
        ExpressionWriter examples = OpenExamples();
        foreach (Sweep sweep in Schedule.Sweeps)
        {
            WriteExampleValues(examples, sweep.Level - 1);
            WriteSweep(sweep, examples);
        }

        if (Schedule.Sweeps.Count == 0 || Schedule.Sweeps[Schedule.Sweeps.Count - 1].Reductions.Count > 0) WriteExampleValues(examples, Schedule.Sweeps.Count);
        WriteResults(examples);
    }

    private void WriteScalars()
    {
        var byRows = new HashSet<Operation>(Schedule.Needed.Where(o => o.Has(Loop.Inner)).SelectMany(o => o.Operands).Concat(RowOutputs()));
        var byExamples = new HashSet<Operation>(Schedule.Needed.Where(o => !o.Has(Loop.Inner)).SelectMany(o => o.Operands)
            .Concat(Loop.ExampleStores.Select(s => s.Value)).Concat(Loop.RowStores.SelectMany(s => s.Points).Select(p => p.Value)));
        foreach (Operation scalar in UsedScalars())
        {
            string name = Names.For(scalar);
            if (byExamples.Contains(scalar))
            {
                Output.WriteLine($"double {name} = {Loop.Scalars[scalar]};");
                _doubles[scalar] = name;
                name += "Vector";
            }

            if (!byRows.Contains(scalar)) continue;
            Output.WriteLine($"{V} {name} = {Vector.Create($"(float){Loop.Scalars[scalar]}")};");
            _vectors[scalar] = name;
        }

        WriteExponentTests();
    }

    private IEnumerable<Operation> RowOutputs() => Loop.RowStores.Select(s => s.Value).Concat(Loop.Accumulations.Select(a => a.Value));

    private void WritePlaces()
    {
        foreach (Operation input in Loop.Rows.Keys.Where(k => Schedule.Needed.Any(o => o.Operands.Contains(k)) || Loop.Outputs().Contains(k)).OrderBy(o => o.Id))
        {
            RowPlace place = Loop.Rows[input];
            _starts[input] = Names.Unique(NameTable.Meaning(input) + "Start");
            Output.WriteLine($"nint {_starts[input]} = {(place.Index is null ? Start(place, "row") : Start(place, $"{Buffer(place.Index, "int")}[row]"))};");
        }

        var holders = new Queue<RowStore>(Loop.RowStores.Where(s => s.CanHold));
        foreach (RowStore store in Loop.RowStores)
        {
            string name = _results[store] = Names.Unique(store.Place.Comment.Split(' ')[0] + "Start");
            Output.WriteLine($"nint {name} = {Start(store.Place, "row")};");
        }

        int scratch = 0;
        foreach (Operation stored in Schedule.Stored)
        {
            if (holders.Count > 0)
            {
                RowStore holder = holders.Dequeue();
                _stored[stored] = (Buffer(holder.Place.Buffer), _results[holder]);
                continue;
            }

            string name = Names.Unique(NameTable.Meaning(stored) + "Start");
            Output.WriteLine($"nint {name} = {Loop.Scratch!.Start} + ({scratch++} * {Loop.LengthText});");
            _stored[stored] = (Buffer(Loop.Scratch.Buffer), name);
        }
    }

    private ExpressionWriter OpenExamples()
    {
        var labels = new Dictionary<Operation, string>();
        var writer = new ExpressionWriter(DoubleArithmetic.Instance, Output, Names)
        {
            Outside = o => labels.TryGetValue(o, out string label) ? label : _doubles.TryGetValue(o, out string name) ? name : null,
            ExponentTest = ExponentTest,
        };
        foreach (KeyValuePair<Operation, string> label in Loop.Labels.OrderBy(l => l.Key.Id))
        {
            if (!Schedule.Needed.Any(o => o.Operands.Contains(label.Key)) && !Loop.RowStores.Any(s => s.Points.Any(p => p.Label == label.Key))) continue;
            labels[label.Key] = Names.For(label.Key);
            Output.WriteLine($"int {labels[label.Key]} = {Buffer(label.Value, "int")}[row];");
        }

        foreach (KeyValuePair<Operation, string> label in Loop.StepLabels) labels[label.Key] = label.Value;
        foreach (Operation number in Loop.RowNumbers) labels[number] = "row";

        foreach (KeyValuePair<Operation, ExamplePlace> input in Loop.Examples.OrderBy(e => e.Key.Id))
        {
            if (!Schedule.Needed.Any(o => o.Operands.Contains(input.Key)) && !Loop.Outputs().Contains(input.Key)) continue;
            string index = input.Value.Index is { } indices ? $"{Buffer(indices, "int")}[row]" : "row";
            writer.Declare(input.Key, $"{Buffer(input.Value.Buffer)}[{input.Value.Start} + {index}]");
        }

        writer.Custom = (operation, operands) => operation.Kind != Operator.Pick ? null
            : Loop.Vectors.TryGetValue(operation.Operands[0], out VectorPlace vector) ? new Text($"{Buffer(vector.Buffer)}[{vector.Start} + {operands[1]}]", true)
            : new Text($"{Buffer(Loop.Rows[operation.Operands[0]].Buffer)}[{_starts[operation.Operands[0]]} + {operands[1]}]", true);
        // The rows that picks read from are not values of an example.
        foreach (Operation row in Loop.Rows.Keys.Concat(Loop.Vectors.Keys)) writer.Define(row, "row");
        return writer;
    }

    private void WriteExampleValues(ExpressionWriter examples, int level)
    {
        List<Operation> roots = Schedule.ExampleRoots(level);
        if (roots.Count == 0) return;
        examples.Write(roots, new HashSet<Operation>(Schedule.ExampleValues(level)).Contains);
        foreach (Operation root in roots)
            if (!examples.IsNamed(root)) examples.Declare(root, examples.Use(root));
    }

    private void WriteSweep(Sweep sweep, ExpressionWriter examples)
    {
        Output.WriteLine();
        Output.WriteLine($"// Sweep {sweep.Level} of {Schedule.Sweeps.Count}: {Summarize(sweep, Schedule.Sweeps.Count)}.");
        Broadcast(sweep, examples);
        var parts = new Dictionary<Operation, string>();
        var indices = new Dictionary<Operation, string>();
        foreach (Operation reduction in sweep.Reductions)
        {
            parts[reduction] = Names.Unique(NameTable.Meaning(reduction) + "Parts");
            Output.WriteLine($"{V} {parts[reduction]} = {(reduction.Kind == Operator.RowSum ? Vector.Zero : Vector.Create("float.NegativeInfinity"))};");
            if (reduction.Kind != Operator.RowArgMax) continue;
            indices[reduction] = Names.Unique("indexParts");
            Output.WriteLine($"{Vector.Vector}<int> {indices[reduction]} = {Vector.Vector}<int>.Zero;");
        }

        if (Loop.Length > 0)
        {
            int whole = Loop.Length - Tail;
            int done = WriteSideBySide(sweep, whole, examples, parts, indices);
            if (whole > done)
                using (Output.Open($"for (int c = {Literals.Literal(done)}; c < {Literals.Literal(whole)}; c += {Vector.Lanes})")) WritePlace(sweep, examples, parts, indices, isTail: false);
            if (Tail > 0)
            {
                using (Output.Open())
                {
                    Output.WriteLine($"const int c = {Literals.Literal(whole)}, rest = {Literals.Literal(Tail)};");
                    WritePlace(sweep, examples, parts, indices, isTail: true);
                }
            }
        }
        else
        {
            using (Output.Open())
            {
                Output.WriteLine("int c = 0;");
                using (Output.Open($"for (; c <= {Loop.LengthText} - {Vector.Lanes}; c += {Vector.Lanes})")) WritePlace(sweep, examples, parts, indices, isTail: false);
                using (Output.Open($"if (c < {Loop.LengthText})"))
                {
                    Output.WriteLine($"int rest = {Loop.LengthText} - c;");
                    WritePlace(sweep, examples, parts, indices, isTail: true);
                }
            }
        }

        foreach (Operation reduction in sweep.Reductions)
        {
            examples.Declare(reduction, reduction.Kind switch
            {
                Operator.RowSum => $"Lanes.Sum({parts[reduction]})",
                Operator.RowArgMax => $"Lanes.IndexOfLargest({parts[reduction]}, {indices[reduction]})",
                _ => $"Lanes.Largest({parts[reduction]})",
            });
        }
    }

    /// <summary>The greatest of cheap values, in four parts side by side, as one would wait for its own result at every vector; gives the numbers that are done.</summary>
    private int WriteSideBySide(Sweep sweep, int whole, ExpressionWriter examples, Dictionary<Operation, string> parts, Dictionary<Operation, string> indices)
    {
        const int ways = 4;
        int step = ways * Vector.Lanes;
        bool isCheap = sweep.Reductions.Count > 0 && sweep.Reductions.All(r => r.Kind is Operator.RowMaximum or Operator.RowOffset)
            && !Schedule.RowValues(sweep).Any(o => o.IsCostly && !Schedule.IsLoaded(o, sweep));
        if (!isCheap || whole < 2 * step) return 0;
        var ofWay = new List<Dictionary<Operation, string>> { parts };
        for (int way = 1; way < ways; way++)
        {
            ofWay.Add([]);
            foreach (Operation reduction in sweep.Reductions)
            {
                string name = ofWay[way][reduction] = Names.Unique(parts[reduction]);
                Output.WriteLine($"{V} {name} = {parts[reduction]};");
            }
        }

        int done = whole / step * step;
        using (Output.Open($"for (int block = 0; block < {Literals.Literal(done)}; block += {step})"))
            for (int way = 0; way < ways; way++)
                using (Output.Open())
                {
                    Output.WriteLine(way == 0 ? "int c = block;" : $"int c = block + {way * Vector.Lanes};");
                    WritePlace(sweep, examples, ofWay[way], indices, isTail: false);
                }

        foreach (Operation reduction in sweep.Reductions)
        {
            string max = reduction.Kind == Operator.RowMaximum ? "Lanes.Max" : $"{Vector.Vector}.MaxNative";
            Output.WriteLine($"{parts[reduction]} = {max}({max}({parts[reduction]}, {ofWay[1][reduction]}), {max}({ofWay[2][reduction]}, {ofWay[3][reduction]}));");
        }

        return done;
    }

    /// <summary>Vectors of the examples' values that the sweep needs.</summary>
    private void Broadcast(Sweep sweep, ExpressionWriter examples)
    {
        var needed = new HashSet<Operation>(sweep.Roots);
        foreach (Operation value in Schedule.RowValues(sweep))
        {
            bool isLoaded = Loop.IsGiven(value) || Schedule.IsLoaded(value, sweep);
            if (isLoaded) continue;
            foreach (Operation operand in value.Operands) needed.Add(operand);
        }

        foreach (Operation value in needed.OrderBy(o => o.Id))
        {
            if (value.Has(Loop.Inner) || value.Kind == Operator.Constant || value.IsLabel || _vectors.ContainsKey(value)) continue;
            string name = _vectors[value] = Names.Unique(NameTable.Meaning(value) + "Vector");
            Output.WriteLine(value.IsCondition
                ? $"{V} {name} = {Vector.Create($"{examples.Operand(value)} ? -1 : 0")}.AsSingle();"
                : $"{V} {name} = {Vector.Create($"(float){examples.Operand(value)}")};");
        }
    }

    private void WritePlace(Sweep sweep, ExpressionWriter examples, Dictionary<Operation, string> parts, Dictionary<Operation, string> indices, bool isTail)
    {
        string Load(string buffer, string start) => isTail
            ? $"Lanes.Load{Vector.Bits}(ref {buffer}[{start} + c], rest)"
            : $"{Vector.Vector}.LoadUnsafe(ref {buffer}[{start} + c])";
        void Store(string value, string operand, string buffer, string start) => Output.WriteLine(isTail
            ? $"Lanes.Store({value}, ref {buffer}[{start} + c], rest);"
            : $"{operand}.StoreUnsafe(ref {buffer}[{start} + c]);");

        var isLabel = new Dictionary<Operation, string>();
        var row = new ExpressionWriter(Vector, Output, Names)
        {
            Outside = o => _vectors.TryGetValue(o, out string name) ? name : o.IsLabel ? examples.Operand(o) : null,
            ExponentTest = ExponentTest,
        };
        string IsLabel(Operation label)
        {
            if (isLabel.TryGetValue(label, out string known)) return known;
            string name = isLabel[label] = Names.Unique("isLabel");
            Output.WriteLine($"{V} {name} = {Vector.Vector}.Equals({Vector.Vector}<int>.Indices + {Vector.Create("c")}, {Vector.Create(examples.Operand(label))}).AsSingle();");
            return name;
        }

        row.Custom = (operation, operands) => operation.Kind == Operator.OneHot ? new Text($"{operands[0]} & {IsLabel(operation.Operands[1])}", false) : null;
        var values = new HashSet<Operation>(Schedule.RowValues(sweep));
        var stored = new List<Operation>();
        foreach (Operation value in values.OrderBy(o => o.Id))
        {
            if (Loop.Vectors.TryGetValue(value, out VectorPlace vector)) row.Declare(value, Load(Buffer(vector.Buffer), vector.Start));
            else if (Loop.Rows.TryGetValue(value, out RowPlace place)) row.Declare(value, Load(Buffer(place.Buffer), _starts[value]));
            else if (!Schedule.Stored.Contains(value)) continue;
            else if (Schedule.IsLoaded(value, sweep)) row.Declare(value, Load(_stored[value].Buffer, _stored[value].Start));
            else stored.Add(value);
        }

        row.Write([.. stored, .. sweep.Roots.Where(r => r.Has(Loop.Inner))], values.Contains);
        foreach (Operation value in stored)
        {
            if (!row.IsNamed(value)) row.Declare(value, row.Use(value));
            Store(row.Use(value), row.Operand(value), _stored[value].Buffer, _stored[value].Start);
        }

        if (!isTail) FetchNext(sweep);
        if (isTail && sweep.Reductions.Count > 0) Output.WriteLine($"{V} valid = Lanes.First{Vector.Bits}(rest);");
        foreach (Operation reduction in sweep.Reductions) WriteReduction(reduction, row, parts[reduction], indices, isTail);
        if (sweep.Reductions.Count > 0) return;
        foreach (KeyValuePair<RowStore, string> store in _results) Store(row.Use(store.Key.Value), row.Operand(store.Key.Value), Buffer(store.Key.Place.Buffer), store.Value);
        foreach (RowAccumulation sum in Loop.Accumulations)
        {
            string before = Load(Buffer(sum.Place.Buffer), sum.Place.Start);
            string total = sum.IsMaximum ? $"Lanes.Max({before}, {row.Use(sum.Value)})" : $"{before} + {row.Operand(sum.Value)}";
            Store(total, $"({total})", Buffer(sum.Place.Buffer), sum.Place.Start);
        }
    }

    /// <summary>
    /// Has the next row's part brought near while the sweep before the results computes, as the processor does not look ahead from one row to another.
    /// (The place of the results only while they are stored was slower: that sweep has nothing to hide the wait behind.)
    /// </summary>
    private void FetchNext(Sweep sweep)
    {
        if (Loop.Length < ShortestFetched || Loop.IsSingle || sweep.Level != Schedule.Sweeps.Count - 1) return;
        foreach (KeyValuePair<Operation, string> start in _starts.Where(s => Loop.Rows[s.Key].Index is null).OrderBy(s => s.Key.Id)) Fetch(Loop.Rows[start.Key], start.Value);
        foreach (KeyValuePair<RowStore, string> store in _results) Fetch(store.Key.Place, store.Value);
        void Fetch(RowPlace place, string start) => Output.WriteLine($"Lanes.Fetch(ref {Buffer(place.Buffer)}[{start} + {place.Stride ?? Loop.LengthText} + c]);");
    }

    private void WriteReduction(Operation reduction, ExpressionWriter row, string parts, Dictionary<Operation, string> indices, bool isTail)
    {
        string value = row.Use(reduction.Operands[0]);
        string limited = isTail ? $"{Vector.Vector}.ConditionalSelect(valid, {value}, {Vector.Create("float.NegativeInfinity")})" : value;
        switch (reduction.Kind)
        {
            case Operator.RowSum:
                Output.WriteLine(isTail ? $"{parts} += {row.Operand(reduction.Operands[0])} & valid;" : $"{parts} += {value};");
                break;
            case Operator.RowMaximum:
                Output.WriteLine($"{parts} = Lanes.Max({parts}, {limited});");
                break;
            case Operator.RowOffset:
                Output.WriteLine($"{parts} = {Vector.Vector}.MaxNative({parts}, {limited});");
                break;
            default:
            {
                string candidate = Names.Unique("candidate");
                string better = Names.Unique("isBetter");
                Output.WriteLine($"{V} {candidate} = {limited};");
                Output.WriteLine($"{V} {better} = {Vector.Vector}.GreaterThan({candidate}, {parts});");
                Output.WriteLine($"{indices[reduction]} = {Vector.Vector}.ConditionalSelect({better}.AsInt32(), {Vector.Vector}<int>.Indices + {Vector.Create("c")}, {indices[reduction]});");
                Output.WriteLine($"{parts} = {Vector.Vector}.ConditionalSelect({better}, {candidate}, {parts});");
                break;
            }
        }
    }

    private void WriteResults(ExpressionWriter examples)
    {
        foreach (KeyValuePair<RowStore, string> store in _results)
            foreach ((Operation value, Operation label) in store.Key.Points)
                Output.WriteLine($"{Buffer(store.Key.Place.Buffer)}[{store.Value} + {examples.Operand(label)}] += (float){examples.Operand(value)};");
        foreach (ExampleStore store in Loop.ExampleStores)
            Output.WriteLine($"{Buffer(store.Place.Buffer)}[{store.Place.Start}{(Loop.IsSingle ? "" : " + row")}] = (float){examples.Operand(store.Value)};");
    }
}
