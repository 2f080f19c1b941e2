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
        int scratch = 0;
        foreach (int bits in VectorArithmetic.Widths)
        {
            var vector = new VectorArithmetic(bits);
            var body = new SourceWriter();
            LoopEmitter emitter = LoopEmitter.For(loop, schedule, body, vector);
            if (bits == VectorArithmetic.Widths[0])
            {
                scratch = emitter.ScratchFloats;
                if (scratch > 0) _declared.Add(("NativeBuffer<float>", $"_lossRows{pass + 1}", ((long)Blocks * scratch).ToString(System.Globalization.CultureInfo.InvariantCulture), "Rows between the sweeps [blocks, rows, classes]."));
                _summary.Add($"Loss, pass {pass + 1} of {_plan.Passes}: {emitter.Describe()}; {Contents(loop)}.");
                WriteDispatch(output, name);
            }

            output.WriteLine();
            if (bits == VectorArithmetic.Widths[0]) output.WriteLine($"/// <summary>{char.ToUpperInvariant(emitter.Describe()[0])}{emitter.Describe().Substring(1)}: {Contents(loop)}.</summary>");
            output.WriteLine("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (output.Open($"private void {name}Of{bits}(int task)"))
            {
                output.WriteLine($"int first = task * {BlockRows};");
                output.WriteLine($"int last = int.Min(first + {BlockRows}, Count);");
                if (scratch > 0) output.WriteLine($"nint scratchStart = (nint)task * {Literals.Literal(scratch)};");
                foreach (RowAccumulation sum in loop.Accumulations)
                    output.WriteLine($"{sum.Place.Buffer}.Slice(task * {Classes}, {Classes}).Span.Clear();");
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

    private string Contents(RowLoop loop)
    {
        var parts = new List<string>();
        if (loop.ExampleStores.Any(s => s.Place.Buffer == "TermValues")) parts.Add("values of the terms");
        if (loop.RowStores.Any(s => s.Place.Buffer == "_logitsGradient")) parts.Add("gradient by the logits");
        if (loop.RowStores.Any(s => _stagedMemories.Contains(s.Place.Buffer))) parts.Add("rows for the memory");
        if (_plan.Passes > 1) parts.Add("what is summed over the batch");
        return string.Join(", ", parts);
    }

    private RowLoop Loop(int pass)
    {
        var loop = new RowLoop
        {
            Length = _request.Classes,
            LengthText = Classes,
            AxisName = "class",
            Scratch = new VectorPlace($"_lossRows{pass + 1}", "scratchStart"),
        };

        foreach (KeyValuePair<int, Operation> logits in _plan.Logits) loop.Rows[logits.Value] = LogitsPlace("_logits", logits.Key, "logits");
        foreach ((Operation input, string buffer) in _plan.MemoryInputs) loop.Rows[input] = new RowPlace(buffer, null, "BatchRows", "memory");
        loop.Vectors[_plan.ClassWeights] = new VectorPlace("ClassWeights", "0");
        loop.Examples[_plan.Share] = new ExamplePlace("_mixShares", "0", null);
        loop.Labels[_plan.Label] = "BatchLabels";
        loop.Labels[_plan.PartnerLabel] = "_mixLabels";
        foreach (KeyValuePair<string, string> scalar in _objective.Arguments.Scalars)
        {
            if (_plan.All.FirstOrDefault(o => o.Kind == Operator.Input && o.Name == scalar.Key) is { } input) loop.Scalars[input] = Atom(scalar.Value);
        }

        foreach (KeyValuePair<Operation, string> scalar in _scalarFields)
            if (scalar.Key.Stage <= pass) loop.Scalars[scalar.Key] = scalar.Value;
        foreach (KeyValuePair<Operation, string> label in _labelFields)
            if (label.Key.Stage <= pass) loop.StepLabels[label.Key] = label.Value;
        foreach (KeyValuePair<Operation, string> vector in _vectorFields)
            if (vector.Key.Stage <= pass) loop.Vectors[vector.Key] = new VectorPlace(vector.Value, "0");
        foreach (Operation entry in _plan.All.Where(o => o.Kind == Operator.OfLabel && o.Operands[0].Stage <= pass))
        {
            string table = _tables[entry.Operands[0]];
            string index = loop.Labels[entry.Operands[1]];
            if (entry.Has(Axes.Row)) loop.Rows[entry] = new RowPlace(table, null, index, "sums of the label");
            else loop.Examples[entry] = new ExamplePlace(table, "0", index);
        }

        AddResults(loop, pass);
        return loop;
    }

    private void AddResults(RowLoop loop, int pass)
    {
        foreach (KeyValuePair<int, (Operation Smooth, List<(Operation Value, Operation Label)> Points)> gradient in _plan.Gradients)
        {
            if (LossPlan.GradientStage(gradient.Value) == pass)
                loop.RowStores.Add(new RowStore(gradient.Value.Smooth, LogitsPlace("_logitsGradient", gradient.Key, "gradient"), gradient.Value.Points, CanHold: true));
        }

        for (int i = 0; i < _plan.Memories.Count; i++)
        {
            if (_plan.Memories[i].NewValue.Stage == pass)
                loop.RowStores.Add(new RowStore(_plan.Memories[i].NewValue, new RowPlace(_stagedMemories[i], null, null, "newMemory"), [], CanHold: true));
        }

        for (int i = 0; i < _plan.TermValues.Count; i++)
            if (_plan.TermValues[i].Stage == pass) loop.ExampleStores.Add(new ExampleStore(_plan.TermValues[i], new ExamplePlace("TermValues", Literals.Literal(i * _request.BatchSize), null)));

        foreach (KeyValuePair<(Operation Summed, bool IntoBlocks), (string Buffer, string Start)> barrier in _barrierInputs)
        {
            ((Operation summed, bool intoBlocks), (string buffer, string start)) = (barrier.Key, barrier.Value);
            if (summed.Stage != pass || buffer == "TermValues") continue;
            if (intoBlocks) loop.Accumulations.Add(new RowAccumulation(summed, new VectorPlace(buffer, $"(task * {Classes})")));
            else if (summed.Has(Axes.Row)) loop.RowStores.Add(new RowStore(summed, new RowPlace(buffer, null, null, "ofExamples"), [], CanHold: true));
            else loop.ExampleStores.Add(new ExampleStore(summed, new ExamplePlace(buffer, start, null)));
        }
    }

    private RowPlace LogitsPlace(string buffer, int view, string comment) =>
        new(buffer, view == 0 ? null : view == 1 ? "Count" : $"({view} * Count)", null, comment);

    /// <summary>An expression that can be cast, compared or indexed as it is.</summary>
    internal static string Atom(string expression)
    {
        foreach (char c in expression)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.')) return $"({expression})";
        return expression;
    }
}
