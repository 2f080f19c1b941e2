using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Emission;

/// <summary>Short rows: a lane is an example, and a tile on the stack holds the rows of as many examples as there are lanes, transposed.</summary>
/// <remarks>Several groups of examples go through the stages side by side, if their tiles fit; see <see cref="LaneStage"/>.</remarks>
internal sealed class LaneEmitter : LoopEmitter
{
    // A third of the smallest first-level cache.
    private const int MostTileBytes = 10 * 1024;

    private readonly List<LaneStage> _stages;
    private readonly int _groups;
    private readonly Dictionary<Operation, string> _tiles = [];
    private readonly Dictionary<RowStore, string> _results = [];
    private readonly Dictionary<RowAccumulation, string> _sums = [];
    private readonly Dictionary<Operation, string> _labels = [];
    private readonly Dictionary<Operation, string> _scalars = [];
    private readonly Dictionary<string, string> _tilesOfGroups = [];
    private readonly Dictionary<Operation, string> _kept = [];
    private readonly Dictionary<Operation, string> _keptNames = [];

    public LaneEmitter(RowLoop loop, RowSchedule schedule, SourceWriter output, VectorArithmetic vector)
        : base(loop, schedule, output, vector)
    {
        _stages = LaneStage.Of(schedule);
        int rows = Loop.Rows.Keys.Count(IsUsed) + Schedule.Stored.Count + Loop.RowStores.Count;
        int fit = MostTileBytes / System.Math.Max(1, rows * Loop.Length * Vector.Bits / 8);
        bool finds = Schedule.Needed.Any(o => o.Kind == Operator.RowArgMax); // an index is no vector that could be kept
        _groups = _stages.Count < 2 || finds ? 1 : System.Math.Max(1, System.Math.Min(fit, Loop.BlockRows / Vector.Lanes));
    }

    private string V => Vector.Type;

    public override string Describe() => $"{Schedule.Sweeps.Count} sweeps over tiles of [{Loop.LengthText}] vectors, one lane per example{(_groups > 1 ? $", {_groups} groups of them side by side" : "")}";

    public override void Write()
    {
        WriteScalars();
        if (_groups > 1) ChooseKept();
        WriteTiles();
        if (_groups == 1)
        {
            using (Output.Open($"for (int row = first; row < last; row += {Vector.Lanes})")) WriteStages(_stages, "last");
        }
        else if (_groups * Vector.Lanes >= Loop.BlockRows) WriteGroups("first", "last");
        else
        {
            using (Output.Open($"for (int block = first; block < last; block += {_groups * Vector.Lanes})"))
            {
                Output.WriteLine($"int end = int.Min(block + {_groups * Vector.Lanes}, last);");
                WriteGroups("block", "end");
            }
        }

        foreach (KeyValuePair<RowAccumulation, string> sum in _sums)
            Output.WriteLine($"for (int c = 0; c < {Loop.LengthText}; c++) {Buffer(sum.Key.Place.Buffer)}[{sum.Key.Place.Start} + c] += (float)Lanes.Sum(Unsafe.Add(ref {sum.Value}, c));");
    }

    private void WriteGroups(string start, string end)
    {
        foreach (LaneStage stage in _stages)
        {
            if (stage.Sweep is { } sweep) WriteTitle(sweep);
            else Output.WriteLine().WriteLine("// What is known of each example.");
            using (Output.Open($"for (int row = {start}, group = 0; row < {end}; row += {Vector.Lanes}, group++)")) WriteStages([stage], end);
        }
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

    /// <summary>Finds out which values of examples one stage leaves for another.</summary>
    private void ChooseKept()
    {
        foreach (LaneStage stage in _stages)
            foreach (Operation value in OperandsOf([stage]).OrderBy(o => o.Id))
            {
                if (value.Has(Loop.Inner) || Loop.IsGiven(value) || _kept.ContainsKey(value) || stage.Defines(value, Schedule)) continue;
                _kept.Add(value, Names.Unique(NameTable.Meaning(value) + "OfGroups"));
            }
    }

    private HashSet<Operation> OperandsOf(IReadOnlyList<LaneStage> stages)
    {
        var operands = new HashSet<Operation>(stages.SelectMany(s => s.Operands(Loop, Schedule)));
        foreach (ExampleStore store in StoresOf(stages)) operands.Add(store.Value);
        return operands;
    }

    /// <summary>Results per example that are known after these stages and were not before; what is given is stored by the last.</summary>
    private IEnumerable<ExampleStore> StoresOf(IReadOnlyList<LaneStage> stages) => Loop.ExampleStores.Where(store => Loop.IsGiven(store.Value)
        ? stages.Contains(_stages[_stages.Count - 1])
        : stages.Any(s => s.Defines(store.Value, Schedule)));

    private void WriteTiles()
    {
        var parts = new List<(string Name, int Vectors)>();
        string AddTile(string name, bool ofGroups = true)
        {
            string unique = Names.Unique(name);
            bool isOfGroups = ofGroups && _groups > 1;
            string place = isOfGroups ? _tilesOfGroups[unique] = Names.Unique(unique + "s") : unique;
            parts.Add((place, isOfGroups ? _groups * Loop.Length : Loop.Length));
            return unique;
        }

        foreach (Operation input in Loop.Rows.Keys.Where(IsUsed).OrderBy(o => o.Id)) _tiles[input] = AddTile(NameTable.Meaning(input) + "Tile");
        foreach (Operation stored in Schedule.Stored) _tiles[stored] = AddTile(NameTable.Meaning(stored) + "Tile");
        foreach (RowStore store in Loop.RowStores) _results[store] = AddTile(store.Place.Comment.Split(' ')[0] + "Tile");
        foreach (RowAccumulation sum in Loop.Accumulations) _sums[sum] = AddTile("sums", ofGroups: false);
        foreach (string array in _kept.Values) parts.Add((array, _groups));
        if (parts.Count == 0) return;

        Output.WriteLine(_groups == 1
            ? $"// Tiles of [{Loop.LengthText}] vectors of {Vector.Lanes} examples."
            : $"// Tiles of [{Loop.LengthText}] vectors of {Vector.Lanes} examples, for {_groups} groups of them, and what is kept of each group.");
        Output.WriteLine($"ref {V} space = ref LaneTile.Space{Vector.Bits}({parts.Sum(p => p.Vectors)});");
        int start = 0;
        foreach ((string name, int vectors) in parts)
        {
            Output.WriteLine($"ref {V} {name} = ref Unsafe.Add(ref space, {start});");
            start += vectors;
        }

        foreach (string sum in _sums.Values)
            Output.WriteLine($"for (int c = 0; c < {Loop.LengthText}; c++) Unsafe.Add(ref {sum}, c) = {Vector.Zero};");
    }

    private bool IsUsed(Operation operation) =>
        Schedule.Needed.Any(o => o.Operands.Contains(operation)) || Loop.Outputs().Contains(operation);

    /// <summary>Stages, one after the other, for the group of examples from <c>row</c> on.</summary>
    private void WriteStages(IReadOnlyList<LaneStage> stages, string end)
    {
        HashSet<Operation> operands = OperandsOf(stages);
        List<ExampleStore> stores = [.. StoresOf(stages)];
        bool isFirst = stages.Contains(_stages[0]);
        bool storesRows = stages.Any(s => s.Sweep is { Reductions.Count: 0 });
        bool isShort = stores.Count > 0 || storesRows || (isFirst && Loop.Rows.Keys.Any(_tiles.ContainsKey)) || operands.Any(IsGathered);
        if (isShort) Output.WriteLine($"int lanes = int.Min({Vector.Lanes}, {end} - row);");
        OpenTiles(operands, isFirst, storesRows);
        if (isFirst) LoadRows();
        ExpressionWriter examples = OpenExamples(stages, operands);
        if (storesRows && Loop.Accumulations.Count > 0) Output.WriteLine($"{V} valid = Lanes.First{Vector.Bits}(lanes);");
        foreach (LaneStage stage in stages)
        {
            if (stage.Values is { } level) WriteExampleValues(examples, level);
            if (stage.Sweep is null) continue;
            if (_groups == 1) WriteTitle(stage.Sweep);
            WriteSweep(stage.Sweep, examples);
        }

        foreach (KeyValuePair<Operation, string> kept in _kept.Where(k => stages.Any(s => s.Defines(k.Key, Schedule))))
        {
            string name = _keptNames[kept.Key] = examples.Use(kept.Key);
            Output.WriteLine($"Unsafe.Add(ref {kept.Value}, group) = {name};");
        }

        if (_groups == 1) Output.WriteLine();
        if (storesRows)
            foreach (KeyValuePair<RowStore, string> store in _results)
                Output.WriteLine($"LaneTile.Store(ref {store.Value}, {Buffer(store.Key.Place.Buffer)}, {Start(store.Key.Place, "row")}, {Loop.LengthText}, lanes);");
        foreach (ExampleStore store in stores)
            Output.WriteLine($"Lanes.Store({examples.Use(store.Value)}, ref {Buffer(store.Place.Buffer)}[{store.Place.Start} + row], lanes);");
    }

    private bool IsGathered(Operation operation) =>
        (operation.Kind == Operator.Pick && Loop.Vectors.ContainsKey(operation.Operands[0])) || (Loop.Examples.TryGetValue(operation, out ExamplePlace place) && place.Index is not null);

    /// <summary>The group's part of the tiles that are used here.</summary>
    private void OpenTiles(HashSet<Operation> operands, bool isFirst, bool storesRows)
    {
        if (_groups == 1) return;
        IEnumerable<string> used = _tiles.Where(t => operands.Contains(t.Key) || (isFirst && Loop.Rows.ContainsKey(t.Key))).Select(t => t.Value)
            .Concat(_results.Values.Where(_ => storesRows));
        foreach (string tile in used) Output.WriteLine($"ref {V} {tile} = ref Unsafe.Add(ref {_tilesOfGroups[tile]}, group * {Loop.LengthText});");
    }

    private void LoadRows()
    {
        foreach (KeyValuePair<Operation, string> input in _tiles)
        {
            if (!Loop.Rows.TryGetValue(input.Key, out RowPlace place)) continue;
            string from = place.Index is null ? Start(place, "row") : $"ref {Buffer(place.Index, "int")}[row]";
            Output.WriteLine($"LaneTile.Load(ref {input.Value}, {Buffer(place.Buffer)}, {from}, {Loop.LengthText}, lanes);");
        }
    }

    /// <summary>Loads what each example brings along, and what earlier stages have kept.</summary>
    private ExpressionWriter OpenExamples(IReadOnlyList<LaneStage> stages, HashSet<Operation> operands)
    {
        var writer = new ExpressionWriter(Vector, Output, Names)
        {
            Outside = o => _labels.TryGetValue(o, out string label) ? label : _scalars.TryGetValue(o, out string name) ? name : null,
            ExponentTest = ExponentTest,
        };
        foreach (Operation label in Loop.Labels.Keys.Where(operands.Contains).OrderBy(o => o.Id))
        {
            if (!_labels.TryGetValue(label, out string name)) _labels[label] = name = Names.For(label);
            Output.WriteLine($"{Vector.Vector}<int> {name} = {Vector.Vector}.LoadUnsafe(ref {Buffer(Loop.Labels[label], "int")}[row]);");
        }

        foreach (Operation number in Loop.RowNumbers.Where(IsUsed)) _labels[number] = $"({Vector.Vector}<int>.Indices + {Vector.Create("row")})";

        foreach (Operation label in Loop.StepLabels.Keys.Where(IsUsed)) _labels[label] = $"{Vector.Vector}.Create({Loop.StepLabels[label]})";

        foreach (Operation input in Loop.Examples.Keys.Where(operands.Contains).OrderBy(o => o.Id))
        {
            ExamplePlace place = Loop.Examples[input];
            writer.Declare(input, place.Index is null
                ? $"{Vector.Vector}.LoadUnsafe(ref {Buffer(place.Buffer)}[{place.Start} + row])"
                : $"Lanes.Gather{Vector.Bits}({Buffer(place.Buffer)}, {place.Start}, ref {Buffer(place.Index, "int")}[row], lanes)");
        }

        foreach (KeyValuePair<Operation, string> kept in _kept.Where(k => operands.Contains(k.Key) && _keptNames.ContainsKey(k.Key)))
        {
            Output.WriteLine($"{V} {_keptNames[kept.Key]} = Unsafe.Add(ref {kept.Value}, group);");
            writer.Define(kept.Key, _keptNames[kept.Key]);
        }

        writer.Custom = (operation, _) => operation.Kind == Operator.Pick ? PickFromVector(operation) : null;
        // What picks read from is not a value of an example.
        foreach (Operation vector in Loop.Vectors.Keys) writer.Define(vector, "row");
        return writer;
    }

    private Text PickFromVector(Operation pick)
    {
        VectorPlace place = Loop.Vectors[pick.Operands[0]];
        Operation label = pick.Operands[1];
        // The number of each row at its own place lies as the rows do.
        if (Loop.RowNumbers.Contains(label)) return new Text($"{Vector.Vector}.LoadUnsafe(ref {Buffer(place.Buffer)}[{place.Start} + row])", true);
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

    private void WriteTitle(Sweep sweep) => Output.WriteLine().WriteLine($"// Sweep {sweep.Level} of {Schedule.Sweeps.Count}: {Summarize(sweep, Schedule.Sweeps.Count)}.");

    private void WriteSweep(Sweep sweep, ExpressionWriter examples)
    {
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
}
