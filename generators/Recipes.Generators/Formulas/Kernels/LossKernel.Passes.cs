using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <content>Passes over the batch, in parallel.</content>
internal sealed partial class LossKernel
{
    private void WritePass(SourceWriter output, int pass)
    {
        RowLoop loop = Loop(pass);
        string name = $"LossPass{pass + 1}";
        RowSchedule schedule = LoopEmitter.Plan(loop);
        bool ofExamples = Passes[pass].Outer == Axes.Example;
        int scratch = 0;
        foreach (int bits in VectorArithmetic.Widths)
        {
            var vector = new VectorArithmetic(bits);
            var body = new SourceWriter();
            LoopEmitter emitter = LoopEmitter.For(loop, schedule, body, vector);
            if (bits == VectorArithmetic.Widths[0])
            {
                scratch = emitter.ScratchFloats;
                int blocks = (Most(Passes[pass].Outer) + BlockRows - 1) / BlockRows;
                if (scratch > 0) _declared.Add(("NativeBuffer<float>", $"_lossRows{pass + 1}", ((long)blocks * scratch).ToString(System.Globalization.CultureInfo.InvariantCulture), $"Rows between the sweeps [blocks, rows, {NameOf(Passes[pass].Inner)}]."));
                _summary.Add($"Loss, pass {pass + 1} of {Passes.Count}: {emitter.Describe()}; {Contents(pass)}.");
                WriteDispatch(output, name);
            }

            output.WriteLine();
            if (bits == VectorArithmetic.Widths[0]) output.WriteLine($"/// <summary>{char.ToUpperInvariant(emitter.Describe()[0])}{emitter.Describe().Substring(1)}: {Contents(pass)}.</summary>");
            output.WriteLine("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (output.Open($"private void {name}Of{bits}(int task)"))
            {
                output.WriteLine($"int first = task * {BlockRows};");
                output.WriteLine($"int last = int.Min(first + {BlockRows}, {LengthOf(Passes[pass].Outer)});");
                if (loop.Length == 0) output.WriteLine($"int {loop.LengthText} = Count;");
                if (scratch > 0) output.WriteLine($"nint scratchStart = (nint)task * {Literals.Literal(scratch)};");
                foreach (RowAccumulation sum in loop.Accumulations)
                    output.WriteLine($"{sum.Place.Buffer}.Slice(task * {LengthOf(loop.Inner)}, {LengthOf(loop.Inner)}).Span.Clear();");
                emitter.Write();
                emitter.WriteBuffers(output);
                output.Write(body.ToString());
            }
        }
    }

    private static void WriteDispatch(SourceWriter output, string name)
    {
        output.WriteLine();
        using (output.Open($"private void {name}(int task)"))
        {
            output.WriteLine($"if ({VectorArithmetic.Support(512)}) {name}Of512(task);");
            output.WriteLine($"else if ({VectorArithmetic.Support(256)}) {name}Of256(task);");
            output.WriteLine($"else {name}Of128(task);");
        }
    }

    private string Contents(int pass)
    {
        LossLoop loop = Passes[pass];
        var parts = new List<string>();
        if (loop.Examples.Any(s => s.Place.Buffer == "TermValues")) parts.Add("values of the terms");
        if (loop.Rows.Any(s => s.Place.Buffer == "_logitsGradient")) parts.Add(loop.Inner == Axes.Output ? "gradient by the outputs" : "gradient by the logits");
        foreach ((RowPlace place, _) in _plan.RowGradients)
            if (place.Buffer != "_logitsGradient" && loop.Rows.Any(s => s.Place == place)) parts.Add($"gradient by {place.Comment.Replace("Gradient", "")}");
        if (loop.Rows.Any(s => _stagedMemories.Contains(s.Place.Buffer)) || loop.Examples.Any(s => _stagedNumbers.Contains(s.Place.Buffer))) parts.Add("rows for the memory");
        if (Passes.Count > 1 && (parts.Count == 0 || loop.Stage + 1 < LastPhase)) parts.Add("what is summed over the batch");
        return string.Join(", ", parts);
    }

    private RowLoop Loop(int pass)
    {
        LossLoop source = Passes[pass];
        bool isDynamic = source.Inner == Axes.Other;
        var loop = new RowLoop
        {
            Inner = source.Inner,
            Outer = source.Outer,
            Length = isDynamic ? 0 : Most(source.Inner),
            MostEntries = Most(source.Inner),
            LengthText = isDynamic ? "others" : LengthOf(source.Inner),
            AxisName = source.Inner switch { Axes.Row or Axes.RowAgain => "class", Axes.Feature or Axes.FeatureAgain => "feature", Axes.Other => "other example", Axes.Output => "target", Axes.Group => "group", _ => "entry" },
            BlockRows = BlockRows,
            Scratch = new VectorPlace($"_lossRows{pass + 1}", "scratchStart"),
        };
        if (isDynamic) loop.Parameters.Add("others");
        bool Fits(Operation operation) => (operation.Axes & ~(source.Inner | source.Outer)) == 0;

        foreach (KeyValuePair<Operation, RowPlace> row in _rows.Where(r => Fits(r.Key) && r.Key.Stage <= source.Stage)) loop.Rows[row.Key] = row.Value;
        foreach (KeyValuePair<Operation, ExamplePlace> number in _numbers.Where(n => source.Outer == Axes.Example && n.Key.Stage <= source.Stage)) loop.Examples[number.Key] = number.Value;
        foreach (KeyValuePair<Operation, ExamplePlace> number in source.Foreign) loop.Examples[number.Key] = number.Value;
        if (source.Outer == Axes.Example)
            foreach (KeyValuePair<Operation, string> label in _labels) loop.Labels[label.Key] = label.Value;
        loop.RowNumbers.UnionWith(_rowNumbers.Where(n => n.Axes == source.Outer));
        foreach (KeyValuePair<string, string> scalar in _objective.Arguments.Scalars)
        {
            if (_plan.All.FirstOrDefault(o => o.Kind == Operator.Input && o.Name == scalar.Key) is { } input) loop.Scalars[input] = Atom(scalar.Value);
        }

        foreach (KeyValuePair<Operation, string> scalar in _scalarFields)
            if (scalar.Key.Stage <= source.Stage) loop.Scalars[scalar.Key] = scalar.Value;
        foreach (KeyValuePair<Operation, string> label in _labelFields)
            if (label.Key.Stage <= source.Stage) loop.StepLabels[label.Key] = label.Value;
        foreach (KeyValuePair<Operation, VectorPlace> vector in _vectors.Where(v => v.Key.Stage <= source.Stage))
        {
            if (vector.Key.Axes == source.Inner) loop.Vectors[vector.Key] = vector.Value;
            else if (vector.Key.Axes == source.Outer) loop.Examples[vector.Key] = new ExamplePlace(vector.Value.Buffer, vector.Value.Start, null);
        }

        foreach (Operation entry in _plan.All.Where(o => o.Kind == Operator.OfLabel && o.Operands[0].Stage <= source.Stage && Fits(o)))
        {
            string table = _tables[entry.Operands[0]];
            if (!_labels.TryGetValue(entry.Operands[1], out string index)) throw new FormulaLimitException("a table is read at an index that is not given by the data");
            if (entry.Has(source.Inner)) loop.Rows[entry] = new RowPlace(table, null, index, "sums of the label");
            else if (entry.Axes == Axes.Example) loop.Examples[entry] = new ExamplePlace(table, "0", index);
        }

        loop.RowStores.AddRange(source.Rows);
        loop.ExampleStores.AddRange(source.Examples);
        loop.Accumulations.AddRange(source.Sums);
        return loop;
    }

    /// <summary>An expression that can be cast, compared or indexed as it is.</summary>
    internal static string Atom(string expression)
    {
        foreach (char c in expression)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.')) return $"({expression})";
        return expression;
    }
}
