using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <content>Phases between the passes: serial, in double, in a fixed order.</content>
internal sealed partial class LossKernel
{
    private void WritePhase(int phase)
    {
        bool isLast = phase == LastPhase;
        var names = new NameTable("c", "block", "row", "Count", "Loss");
        _output.WriteLine();
        _output.WriteLine(phase == 0 ? "/// <summary>What is the same for all examples.</summary>"
            : isLast ? "/// <summary>Sums over the batch, in the order of the examples: the means of the terms, the loss, what is learned or kept.</summary>"
            : $"/// <summary>Sums over the batch that pass {1 + Passes.Count(p => p.Stage < phase)} needs.</summary>");
        using (_output.Open($"private void LossPhase{phase}()"))
        {
            foreach (Operation barrier in _plan.Barriers.Where(b => b.Stage == phase))
            {
                if (barrier.Kind == Operator.LabelSum) WriteTable(barrier);
                else if (barrier.IsOfWholeBatch) WriteArray(barrier);
            }

            var writer = new ExpressionWriter(DoubleArithmetic.Instance, _output, names)
            {
                ExponentTest = power => power.Axes == Axes.None && _objective.Arguments.Scalars.TryGetValue(power.Operands[1].Name, out string exponent)
                    ? $"{Atom(exponent)} == {Literals.Literal(power.Value)}" : null,
            };
            WritePhaseValues(phase, isLast, writer, names);
            if (phase == 0) WriteClears();
            if (isLast) WriteResults(writer);
        }
    }

    /// <summary>What no term depends on has no gradient; the backward pass reads it all the same.</summary>
    private void WriteClears()
    {
        List<string> written = [.. _objective.Sources.Gradients.Select(g => g.Place.Buffer + g.Place.FirstRow)];
        for (int view = 0; view < _request.Views; view++)
        {
            if (_plan.Logits.ContainsKey(view) || (view == 0 && written.Contains("_logitsGradient"))) continue;
            string start = view == 0 ? "0" : view == 1 ? $"Count * {Classes}" : $"{view} * Count * {Classes}";
            _output.WriteLine($"_logitsGradient.Slice({start}, Count * {Classes}).Span.Clear();");
        }

        foreach (LossInput input in _request.Inputs.Where(i => i.Gradient is not null && !written.Contains(i.Gradient + i.FirstRow)))
            _output.WriteLine($"{input.Gradient}.Slice({(input.FirstRow is { } first ? $"{first} * {Literals.Literal(input.Length)}" : "0")}, Count * {Literals.Literal(input.Length)}).Span.Clear();");
    }

    private void WritePhaseValues(int phase, bool isLast, ExpressionWriter writer, NameTable names)
    {
        var roots = new List<Operation>(_scalarFields.Keys.Where(o => o.Stage == phase));
        if (isLast)
        {
            roots.AddRange(_plan.TermMeans.Concat(_plan.LearnedGradients.Select(g => g.Gradient)).Append(_plan.Loss));
            roots.AddRange(_plan.Running.Select(r => r.NewValue).Where(v => v.Axes == Axes.None));
        }

        List<Operation> vectors = [.. _vectors.Keys.Concat(_labelFields.Keys).Where(o => o.Stage == phase && o.Kind != Operator.Input)];
        List<Operation> needed = NeededIn(phase, [.. roots, .. vectors]);

        writer.Custom = (o, operands) => o.Kind == Operator.Pick ? new Text(At(_vectors[o.Operands[0]], operands[1]), true) : null;
        writer.Outside = o => AxisSets.IsVector(o.Axes) ? "" : _labelFields.TryGetValue(o, out string label) ? label : _scalarFields.TryGetValue(o, out string field) && o.Stage < phase ? field : null;
        foreach (Operation input in needed.Where(o => o.Kind == Operator.Input && o.Axes == Axes.None)) writer.Declare(input, _objective.Arguments.Scalars[input.Name]);

        // In the order of birth; runs of plain arithmetic are written together, so that short ones go into their users.
        var run = new HashSet<Operation>();
        void Flush(IEnumerable<Operation> remaining)
        {
            if (run.Count == 0) return;
            var used = new HashSet<Operation>(remaining.SelectMany(o => o.Operands).Concat(roots));
            List<Operation> ends = [.. run.Where(o => used.Contains(o) || o.Kind != Operator.Constant && roots.Contains(o)).OrderBy(o => o.Id)];
            writer.Write(ends, run.Contains);
            foreach (Operation end in ends)
            {
                if (!writer.IsNamed(end)) writer.Declare(end, writer.Use(end));
                if (_scalarFields.TryGetValue(end, out string field)) _output.WriteLine($"{field} = {writer.Use(end)};");
            }

            run.Clear();
        }

        for (int i = 0; i < needed.Count; i++)
        {
            Operation operation = needed[i];
            if (operation.Kind is Operator.Input or Operator.Kept || (operation.IsOfWholeBatch && operation.Axes != Axes.None) || operation.Has(Axes.Example) || operation.Has(Axes.Label) || operation.Home != Axes.None) continue;
            if (operation.Axes == Axes.None && !operation.IsBarrier && !operation.IsRowReduction)
            {
                run.Add(operation);
                continue;
            }

            Flush(needed.Skip(i));
            if (operation.IsBarrier) WriteSum(operation, writer, names);
            else if (operation.IsRowReduction) WriteRowReduction(operation, writer, names);
            if (_vectors.TryGetValue(operation, out VectorPlace vector) && !operation.IsBarrier) WriteVector(operation, vector.Buffer, writer, names);
            if (operation.Axes == Axes.None && !operation.IsLabel && _scalarFields.TryGetValue(operation, out string scalar)) _output.WriteLine($"{scalar} = {writer.Use(operation)};");
        }

        Flush([]);
    }

    /// <summary>What the phase computes, operands first; what was known before is left out.</summary>
    private List<Operation> NeededIn(int phase, IEnumerable<Operation> roots)
    {
        var seen = new HashSet<Operation>();
        var waiting = new Stack<Operation>(roots);
        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            // A condition for the whole step has no field: it is tested again.
            bool isKnown = operation.Stage < phase && operation.Kind != Operator.Input && !(operation.IsCondition && operation.Axes == Axes.None)
                && (!AxisSets.IsVector(operation.Axes) || _vectors.ContainsKey(operation));
            if (isKnown || operation.Has(Axes.Example) || operation.Home != Axes.None || !seen.Add(operation)) continue;
            if (operation.IsBarrier) continue;
            foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }

        return [.. seen.Where(o => o.Kind != Operator.Constant).OrderBy(o => o.Id)];
    }

    /// <summary>A sum over the examples of the batch.</summary>
    private void WriteSum(Operation barrier, ExpressionWriter writer, NameTable names)
    {
        if (barrier.Kind == Operator.LogDeterminant)
        {
            writer.Declare(barrier, NumberOfMatrix(barrier));
            return;
        }

        Operation summed = barrier.Operands[0];
        (string buffer, string start) = _barrierInputs[(summed, AxisSets.Count(summed.Axes) == 2)];
        if (barrier.Axes == Axes.None)
        {
            writer.Declare(barrier, $"ScalarMath.Sum({buffer}, {start}, Count)");
            return;
        }

        string length = LengthOf(barrier.Axes);
        string blocks = summed.Has(Axes.Example) ? $"(Count + {BlockRows - 1}) / {BlockRows}" : Blocks(AxisSets.Outer(summed.Axes));
        using (_output.Open($"for (int c = 0; c < {length}; c++)"))
        {
            string sum = names.Unique("sum");
            _output.WriteLine($"double {sum} = 0;");
            _output.WriteLine($"for (int block = 0; block < {blocks}; block++) {sum} += {buffer}[(block * {length}) + c];");
            _output.WriteLine($"{_vectors[barrier].Buffer}[c] = (float){sum};");
        }
    }

    /// <summary>A table of sums by label. Only rows of labels that the batch has are read, and only they are written.</summary>
    private void WriteTable(Operation barrier)
    {
        string table = _tables[barrier];
        Operation summed = barrier.Operands[0];
        string labels = _labels.TryGetValue(barrier.Operands[1], out string known) ? known : throw new FormulaLimitException("it sums by an index that is not given by the data");
        Axes inner = summed.Axes & ~Axes.Example;
        string value = summed.Kind == Operator.Constant ? Literals.Literal((float)summed.Value)
            : summed.Axes == Axes.None ? $"(float){(_scalarFields.TryGetValue(summed, out string field) ? field : _objective.Arguments.Scalars[summed.Name])}"
            : inner != Axes.None ? $"{_barrierInputs[(summed, false)].Buffer}[((nint)row * {LengthOf(inner)}) + c]"
            : $"{_barrierInputs[(summed, false)].Buffer}[{_barrierInputs[(summed, false)].Start} + row]";
        if (inner == Axes.None)
        {
            _output.WriteLine($"for (int row = 0; row < Count; row++) {table}[{labels}[row]] = 0;");
            _output.WriteLine($"for (int row = 0; row < Count; row++) {table}[{labels}[row]] += {value};");
            return;
        }

        string length = LengthOf(inner);
        _output.WriteLine($"for (int row = 0; row < Count; row++) {table}.Slice({labels}[row] * {length}, {length}).Span.Clear();");
        using (_output.Open("for (int row = 0; row < Count; row++)"))
            _output.WriteLine($"for (int c = 0; c < {length}; c++) {table}[((nint){labels}[row] * {length}) + c] += {value};");
    }

    private void WriteRowReduction(Operation reduction, ExpressionWriter writer, NameTable names)
    {
        string length = LengthOf(reduction.Axis);
        if (reduction.Kind == Operator.RowArgMax)
        {
            string best = names.Unique("best");
            _output.WriteLine($"double {best} = double.NegativeInfinity;");
            using (_output.Open($"for (int c = 0; c < {length}; c++)"))
            {
                string candidate = ValueAtClass(reduction.Operands[0], writer, names);
                _output.WriteLine($"if ({Atom(candidate)} > {best}) ({best}, {_labelFields[reduction]}) = ({candidate}, c);");
            }

            return;
        }

        bool isSum = reduction.Kind == Operator.RowSum;
        string total = writer.Declare(reduction, isSum ? "0" : "double.NegativeInfinity");
        using (_output.Open($"for (int c = 0; c < {length}; c++)"))
        {
            string value = ValueAtClass(reduction.Operands[0], writer, names);
            _output.WriteLine(isSum ? $"{total} += {value};" : $"{total} = double.Max({total}, {value});");
        }
    }

    private void WriteVector(Operation operation, string vector, ExpressionWriter writer, NameTable names)
    {
        using (_output.Open($"for (int c = 0; c < {LengthOf(operation.Axes)}; c++)"))
            _output.WriteLine($"{vector}[c] = (float)({ValueAtClass(operation, writer, names)});");
    }

    /// <summary>Writes what a row for the whole batch is at place c.</summary>
    private string ValueAtClass(Operation operation, ExpressionWriter writer, NameTable names)
    {
        var inner = new ExpressionWriter(DoubleArithmetic.Instance, _output, names)
        {
            Outside = o => _vectors.TryGetValue(o, out VectorPlace vector) && !ReferenceEquals(o, operation) ? At(vector)
                : _labelFields.TryGetValue(o, out string label) ? label
                : o.Axes == Axes.None ? writer.Operand(o) : null,
            Custom = (o, operands) => o.Kind == Operator.OneHot ? new Text($"c == {operands[1]} ? {operands[0]} : 0.0", false) : null,
        };
        if (operation.IsBarrier || operation.Kind == Operator.Input) return At(_vectors[operation]);
        inner.Write([operation], o => AxisSets.IsVector(o.Axes) && o.Kind != Operator.Input && (ReferenceEquals(o, operation) || !_vectors.ContainsKey(o)));
        return inner.Use(operation);
    }

    private static string At(VectorPlace vector, string index = "c") => vector.Start == "0" ? $"{vector.Buffer}[{index}]" : $"{vector.Buffer}[{vector.Start} + {index}]";

    private void WriteResults(ExpressionWriter writer)
    {
        string Known(Operation operation) => _scalarFields.TryGetValue(operation, out string field) && operation.Stage < LastPhase ? field : writer.Use(operation);
        for (int i = 0; i < _plan.TermMeans.Count; i++) _output.WriteLine($"TermMeans[{i}] = {Known(_plan.TermMeans[i])};");
        _output.WriteLine($"Loss = {Known(_plan.Loss)};");
        foreach ((int offset, Operation gradient) in _plan.LearnedGradients)
            _output.WriteLine($"Gradients[{Literals.Literal(offset)}] = (float)({Known(gradient)});");
        foreach (((int offset, Operation gradient), (Node input, _)) in _plan.LearnedRowGradients.Zip(_objective.Sources.LearnedRows, (g, l) => (g, l)))
            WriteVectorResult(gradient, input.Axes, "Gradients", Literals.Literal(offset), Known);
        foreach ((BoundSlot slot, Operation value) in _plan.Running)
        {
            if (AxisSets.IsVector(AxesOfRunning(slot))) WriteVectorResult(value, AxesOfRunning(slot), slot.Expression, slot.Start, Known);
            else _output.WriteLine($"{slot.Expression}[{slot.Start}] = (float)({Known(value)});");
        }

        if (_plan.Memories.Count + _plan.Numbers.Count == 0) return;

        _output.WriteLine("// A row that was drawn twice keeps what its last slot says.");
        using (_output.Open("for (int row = 0; row < Count; row++)"))
        {
            for (int i = 0; i < _plan.Memories.Count; i++)
                _output.WriteLine($"{_stagedMemories[i]}.Slice(row * {Classes}, {Classes}).Span.CopyTo({_plan.Memories[i].Buffer}.Slice(BatchRows[row] * {Classes}, {Classes}).Span);");
            for (int i = 0; i < _plan.Numbers.Count; i++)
                _output.WriteLine($"{_plan.Numbers[i].Buffer}[BatchRows[row]] = {_stagedNumbers[i]}[row];");
        }
    }

    private Axes AxesOfRunning(BoundSlot slot)
    {
        foreach (KeyValuePair<Node, VectorPlace> vector in _objective.Sources.Vectors)
            if (vector.Value.Buffer == slot.Expression && vector.Value.Start == slot.Start) return vector.Key.Axes;
        return Axes.None;
    }

    private void WriteVectorResult(Operation value, Axes axis, string buffer, string start, System.Func<Operation, string> known)
    {
        string text = _vectors.TryGetValue(value, out VectorPlace vector) ? At(vector) : $"(float)({known(value)})";
        string target = start == "0" ? "c" : $"{start} + c";
        _output.WriteLine($"for (int c = 0; c < {LengthOf(axis)}; c++) {buffer}[{target}] = {text};");
    }
}
