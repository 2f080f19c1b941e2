using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Emission;

/// <summary>Short rows: a lane is an example, and a tile on the stack holds the rows of as many examples as there are lanes, transposed.</summary>
internal sealed class LaneEmitter(RowLoop loop, RowSchedule schedule, SourceWriter output, VectorArithmetic vector)
    : LoopEmitter(loop, schedule, output, vector)
{
    private readonly Dictionary<Operation, string> _tiles = [];
    private readonly Dictionary<RowStore, string> _results = [];
    private readonly Dictionary<RowAccumulation, string> _sums = [];
    private readonly Dictionary<Operation, string> _labels = [];
    private readonly Dictionary<Operation, string> _scalars = [];

    private string V => Vector.Type;

    public override string Describe() => $"{Schedule.Sweeps.Count} sweeps over tiles of [{Loop.LengthText}] vectors, one lane per example";

    public override void Write()
    {
        WriteScalars();
        WriteTiles();
        using (Output.Open($"for (int row = first; row < last; row += {Vector.Lanes})"))
        {
            Output.WriteLine($"int lanes = int.Min({Vector.Lanes}, last - row);");
            ExpressionWriter examples = OpenExamples();
            foreach (Sweep sweep in Schedule.Sweeps)
            {
                WriteExampleValues(examples, sweep.Level - 1);
                WriteSweep(sweep, examples);
            }

            if (Schedule.Sweeps.Count == 0 || Schedule.Sweeps[Schedule.Sweeps.Count - 1].Reductions.Count > 0) WriteExampleValues(examples, Schedule.Sweeps.Count);
            WriteResults(examples);
        }

        foreach (KeyValuePair<RowAccumulation, string> sum in _sums)
            Output.WriteLine($"for (int c = 0; c < {Loop.LengthText}; c++) {Buffer(sum.Key.Place.Buffer)}[{sum.Key.Place.Start} + c] += (float)Lanes.Sum(Unsafe.Add(ref {sum.Value}, c));");
    }

    private void WriteScalars()
    {
        foreach (Operation scalar in UsedScalars())
        {
            string name = _scalars[scalar] = Names.For(scalar);
            Output.WriteLine($"{V} {name} = {Vector.Create($"(float){Loop.Scalars[scalar]}")};");
        }

        WriteExponentTests();
    }

    private void WriteTiles()
    {
        var tiles = new List<string>();
        string Add(string name)
        {
            string unique = Names.Unique(name);
            tiles.Add(unique);
            return unique;
        }

        foreach (Operation input in Loop.Rows.Keys.Where(IsUsed).OrderBy(o => o.Id)) _tiles[input] = Add(NameTable.Meaning(input) + "Tile");
        foreach (Operation stored in Schedule.Stored) _tiles[stored] = Add(NameTable.Meaning(stored) + "Tile");
        foreach (RowStore store in Loop.RowStores) _results[store] = Add(store.Place.Comment.Split(' ')[0] + "Tile");
        foreach (RowAccumulation sum in Loop.Accumulations) _sums[sum] = Add("sums");
        if (tiles.Count == 0) return;

        Output.WriteLine($"// Tiles of [{Loop.LengthText}] vectors of {Vector.Lanes} examples.");
        Output.WriteLine($"ref {V} space = ref Lanes.Align(stackalloc {V}[1 + ({tiles.Count} * {Loop.LengthText})]);");
        for (int i = 0; i < tiles.Count; i++)
            Output.WriteLine($"ref {V} {tiles[i]} = ref Unsafe.Add(ref space, {i} * {Loop.LengthText});");
        foreach (string sum in _sums.Values)
            Output.WriteLine($"for (int c = 0; c < {Loop.LengthText}; c++) Unsafe.Add(ref {sum}, c) = {Vector.Zero};");
    }

    private bool IsUsed(Operation operation) =>
        Schedule.Needed.Any(o => o.Operands.Contains(operation)) || Loop.Outputs().Contains(operation);

    /// <summary>Loads what each example brings along.</summary>
    private ExpressionWriter OpenExamples()
    {
        foreach (KeyValuePair<Operation, string> input in _tiles)
        {
            if (!Loop.Rows.TryGetValue(input.Key, out RowPlace place)) continue;
            string from = place.Index is null ? Start(place, "row") : $"ref {Buffer(place.Index, "int")}[row]";
            Output.WriteLine($"LaneTile.Load(ref {input.Value}, {Buffer(place.Buffer)}, {from}, {Loop.LengthText}, lanes);");
        }

        var writer = new ExpressionWriter(Vector, Output, Names)
        {
            Outside = o => _labels.TryGetValue(o, out string label) ? label : _scalars.TryGetValue(o, out string name) ? name : null,
            ExponentTest = ExponentTest,
        };
        foreach (Operation label in Loop.Labels.Keys.Where(IsUsed).OrderBy(o => o.Id))
        {
            string name = Names.For(label);
            Output.WriteLine($"{Vector.Vector}<int> {name} = {Vector.Vector}.LoadUnsafe(ref {Buffer(Loop.Labels[label], "int")}[row]);");
            _labels[label] = name;
        }

        foreach (Operation number in Loop.RowNumbers.Where(IsUsed)) _labels[number] = $"({Vector.Vector}<int>.Indices + {Vector.Create("row")})";

        foreach (Operation label in Loop.StepLabels.Keys.Where(IsUsed)) _labels[label] = $"{Vector.Vector}.Create({Loop.StepLabels[label]})";

        foreach (Operation input in Loop.Examples.Keys.Where(IsUsed).OrderBy(o => o.Id))
        {
            ExamplePlace place = Loop.Examples[input];
            writer.Declare(input, place.Index is null
                ? $"{Vector.Vector}.LoadUnsafe(ref {Buffer(place.Buffer)}[{place.Start} + row])"
                : $"Lanes.Gather{Vector.Bits}({Buffer(place.Buffer)}, {place.Start}, ref {Buffer(place.Index, "int")}[row], lanes)");
        }

        if (Loop.Accumulations.Count > 0) Output.WriteLine($"{V} valid = Lanes.First{Vector.Bits}(lanes);");
        writer.Custom = (operation, _) => operation.Kind == Operator.Pick ? PickFromVector(operation) : null;
        // What picks read from is not a value of an example.
        foreach (Operation vector in Loop.Vectors.Keys) writer.Define(vector, "row");
        return writer;
    }

    private Text PickFromVector(Operation pick)
    {
        VectorPlace place = Loop.Vectors[pick.Operands[0]];
        Operation label = pick.Operands[1];
        // An index of the data lies in memory, that of a row's greatest number is a local.
        string indices = Loop.Labels.TryGetValue(label, out string labels) ? $"{Buffer(labels, "int")}[row]"
            : label.Kind == Operator.RowArgMax && _labels.TryGetValue(label, out string best) ? $"Unsafe.As<{Vector.Vector}<int>, int>(ref {best})"
            : throw new FormulaLimitException("it takes a number of a row for the whole batch at an index that is not given by the data");
        return new Text($"Lanes.Gather{Vector.Bits}({Buffer(place.Buffer)}, {place.Start}, ref {indices}, lanes)", true);
    }

    private void WriteExampleValues(ExpressionWriter examples, int level)
    {
        List<Operation> roots = Schedule.ExampleRoots(level);
        if (roots.Count == 0) return;
        var here = new HashSet<Operation>(Schedule.ExampleValues(level));
        examples.Write(roots, here.Contains);
        foreach (Operation root in roots)
            if (!examples.IsNamed(root)) examples.Declare(root, examples.Use(root));
    }

    private void WriteSweep(Sweep sweep, ExpressionWriter examples)
    {
        Output.WriteLine();
        Output.WriteLine($"// Sweep {sweep.Level} of {Schedule.Sweeps.Count}: {Summarize(sweep, Schedule.Sweeps.Count)}.");
        var best = new Dictionary<Operation, string>();
        foreach (Operation reduction in sweep.Reductions)
        {
            if (reduction.Kind == Operator.RowArgMax)
            {
                best[reduction] = Names.Unique("best");
                _labels[reduction] = Names.For(reduction);
                Output.WriteLine($"{V} {best[reduction]} = {Vector.Create("float.NegativeInfinity")};");
                Output.WriteLine($"{Vector.Vector}<int> {_labels[reduction]} = {Vector.Vector}<int>.Zero;");
            }
            else examples.Declare(reduction, reduction.Kind is Operator.RowMaximum or Operator.RowOffset ? Vector.Create("float.NegativeInfinity") : Vector.Zero);
        }

        using (Output.Open($"for (int c = 0; c < {Loop.LengthText}; c++)"))
        {
            ExpressionWriter row = OpenRow(sweep, examples);
            foreach (Operation reduction in sweep.Reductions) WriteReduction(reduction, row, examples, best);
            if (sweep.Reductions.Count > 0) return;
            foreach (KeyValuePair<RowStore, string> store in _results) Output.WriteLine($"Unsafe.Add(ref {store.Value}, c) = {row.Use(store.Key.Value)};");
            foreach (KeyValuePair<RowAccumulation, string> sum in _sums) Output.WriteLine($"Unsafe.Add(ref {sum.Value}, c) += {row.Operand(sum.Key.Value)} & valid;");
        }
    }

    private ExpressionWriter OpenRow(Sweep sweep, ExpressionWriter examples)
    {
        var isLabel = new Dictionary<Operation, string>();
        var row = new ExpressionWriter(Vector, Output, Names) { Outside = examples.Operand, ExponentTest = ExponentTest };
        string IsLabel(Operation label)
        {
            if (isLabel.TryGetValue(label, out string known)) return known;
            string name = isLabel[label] = Names.Unique("isLabel");
            Output.WriteLine($"{V} {name} = {Vector.Vector}.Equals({examples.Operand(label)}, {Vector.Create("c")}).AsSingle();");
            return name;
        }

        row.Custom = (operation, operands) => operation.Kind == Operator.OneHot ? new Text($"{operands[0]} & {IsLabel(operation.Operands[1])}", false) : null;
        var values = new HashSet<Operation>(Schedule.RowValues(sweep));
        var stored = new List<Operation>();
        foreach (Operation value in values.OrderBy(o => o.Id))
        {
            if (Loop.Vectors.TryGetValue(value, out VectorPlace vector)) row.Declare(value, Vector.Create($"{Buffer(vector.Buffer)}[{vector.Start} + c]"));
            else if (Loop.Rows.ContainsKey(value) || Schedule.IsLoaded(value, sweep)) row.Declare(value, $"Unsafe.Add(ref {_tiles[value]}, c)");
            else if (Schedule.Stored.Contains(value)) stored.Add(value);
        }

        row.Write([.. stored, .. sweep.Roots.Where(r => r.Has(Loop.Inner))], values.Contains);
        foreach (Operation value in stored)
        {
            if (!row.IsNamed(value)) row.Declare(value, row.Use(value));
            Output.WriteLine($"Unsafe.Add(ref {_tiles[value]}, c) = {row.Use(value)};");
        }

        foreach (Operation pick in sweep.Reductions)
            if (pick.Kind == Operator.Pick) row.Define(pick, IsLabel(pick.Operands[1]));
        return row;
    }

    private void WriteReduction(Operation reduction, ExpressionWriter row, ExpressionWriter examples, Dictionary<Operation, string> best)
    {
        string value = row.Use(reduction.Operands[0]);
        string total = reduction.Kind == Operator.RowArgMax ? "" : examples.Use(reduction);
        switch (reduction.Kind)
        {
            case Operator.RowSum:
                Output.WriteLine($"{total} += {value};");
                break;
            case Operator.RowMaximum:
                Output.WriteLine($"{total} = Lanes.Max({total}, {value});");
                break;
            case Operator.RowOffset:
                Output.WriteLine($"{total} = {Vector.Vector}.MaxNative({total}, {value});");
                break;
            case Operator.Pick:
                Output.WriteLine($"{total} = {Vector.Vector}.ConditionalSelect({row.Use(reduction)}, {value}, {total});");
                break;
            default:
            {
                string better = Names.Unique("isBetter");
                Output.WriteLine($"{V} {better} = {Vector.Vector}.GreaterThan({value}, {best[reduction]});");
                Output.WriteLine($"{_labels[reduction]} = {Vector.Vector}.ConditionalSelect({better}.AsInt32(), {Vector.Create("c")}, {_labels[reduction]});");
                Output.WriteLine($"{best[reduction]} = {Vector.Vector}.ConditionalSelect({better}, {value}, {best[reduction]});");
                break;
            }
        }
    }

    private void WriteResults(ExpressionWriter examples)
    {
        Output.WriteLine();
        foreach (KeyValuePair<RowStore, string> store in _results)
            Output.WriteLine($"LaneTile.Store(ref {store.Value}, {Buffer(store.Key.Place.Buffer)}, {Start(store.Key.Place, "row")}, {Loop.LengthText}, lanes);");
        foreach (ExampleStore store in Loop.ExampleStores)
            Output.WriteLine($"Lanes.Store({examples.Use(store.Value)}, ref {Buffer(store.Place.Buffer)}[{store.Place.Start} + row], lanes);");
    }
}
