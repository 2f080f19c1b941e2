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
        bool isLast = phase == _plan.Passes;
        var names = new NameTable("c", "block", "row", "Count", "Loss");
        _output.WriteLine();
        _output.WriteLine(phase == 0 ? "/// <summary>What is the same for all examples.</summary>"
            : isLast ? "/// <summary>Sums over the batch, in the order of the examples: the means of the terms, the loss, what is learned or kept.</summary>"
            : $"/// <summary>Sums over the batch that pass {phase + 1} needs.</summary>");
        using (_output.Open($"private void LossPhase{phase}()"))
        {
            foreach (Operation barrier in _plan.Barriers.Where(b => b.Stage == phase && b.Kind == Operator.LabelSum)) WriteTable(barrier);
            var writer = new ExpressionWriter(DoubleArithmetic.Instance, _output, names)
            {
                ExponentTest = power => power.Axes == Axes.None && _objective.Arguments.Scalars.TryGetValue(power.Operands[1].Name, out string exponent)
                    ? $"{Atom(exponent)} == {Literals.Literal(power.Value)}" : null,
            };
            WritePhaseValues(phase, isLast, writer, names);
            if (isLast) WriteResults(writer);
        }
    }

    private void WritePhaseValues(int phase, bool isLast, ExpressionWriter writer, NameTable names)
    {
        var roots = new List<Operation>(_scalarFields.Keys.Where(o => o.Stage == phase));
        if (isLast) roots.AddRange(_plan.TermMeans.Concat(_plan.LearnedGradients.Select(g => g.Gradient)).Append(_plan.Loss));
        List<Operation> vectors = [.. _vectorFields.Keys.Concat(_labelFields.Keys).Where(o => o.Stage == phase)];
        List<Operation> needed = NeededIn(phase, [.. roots, .. vectors]);

        writer.Outside = o => _scalarFields.TryGetValue(o, out string field) && o.Stage < phase ? field : null;
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
            if (operation.Kind == Operator.Input || operation.Has(Axes.Example) || operation.Has(Axes.Label)) continue;
            if (operation.Axes == Axes.None && !operation.IsBarrier && !operation.IsRowReduction)
            {
                run.Add(operation);
                continue;
            }

            Flush(needed.Skip(i));
            if (operation.IsBarrier) WriteSum(operation, writer, names);
            else if (operation.IsRowReduction) WriteRowReduction(operation, writer, names);
            if (_vectorFields.TryGetValue(operation, out string vector) && !operation.IsBarrier) WriteVector(operation, vector, writer, names);
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
            bool isKnown = operation.Stage < phase && operation.Kind != Operator.Input && (operation.Axes != Axes.Row || _vectorFields.ContainsKey(operation));
            if (isKnown || operation.Has(Axes.Example) || !seen.Add(operation)) continue;
            if (operation.IsBarrier) continue;
            foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }

        return [.. seen.Where(o => o.Kind != Operator.Constant).OrderBy(o => o.Id)];
    }

    /// <summary>A sum over the examples of the batch.</summary>
    private void WriteSum(Operation barrier, ExpressionWriter writer, NameTable names)
    {
        (string buffer, string start) = _barrierInputs[(barrier.Operands[0], AddsUpBlocks(barrier))];
        if (barrier.Axes == Axes.None)
        {
            writer.Declare(barrier, $"ScalarMath.Sum({buffer}, {start}, Count)");
            return;
        }

        using (_output.Open($"for (int c = 0; c < {Classes}; c++)"))
        {
            string sum = names.Unique("sum");
            _output.WriteLine($"double {sum} = 0;");
            _output.WriteLine($"for (int block = 0; block < (Count + {BlockRows - 1}) / {BlockRows}; block++) {sum} += {buffer}[(block * {Classes}) + c];");
            _output.WriteLine($"{_vectorFields[barrier]}[c] = (float){sum};");
        }
    }

    /// <summary>A table of sums by label. Only rows of labels that the batch has are read, and only they are written.</summary>
    private void WriteTable(Operation barrier)
    {
        string table = _tables[barrier];
        Operation summed = barrier.Operands[0];
        string labels = barrier.Operands[1] == _plan.Label ? "BatchLabels" : "_mixLabels";
        string value = summed.Kind == Operator.Constant ? Literals.Literal((float)summed.Value)
            : summed.Axes == Axes.None ? $"(float){(_scalarFields.TryGetValue(summed, out string field) ? field : _objective.Arguments.Scalars[summed.Name])}"
            : summed.Has(Axes.Row) ? $"{_barrierInputs[(summed, false)].Buffer}[((nint)row * {Classes}) + c]"
            : $"{_barrierInputs[(summed, false)].Buffer}[{_barrierInputs[(summed, false)].Start} + row]";
        if (!summed.Has(Axes.Row))
        {
            _output.WriteLine($"for (int row = 0; row < Count; row++) {table}[{labels}[row]] = 0;");
            _output.WriteLine($"for (int row = 0; row < Count; row++) {table}[{labels}[row]] += {value};");
            return;
        }

        _output.WriteLine($"for (int row = 0; row < Count; row++) {table}.Slice({labels}[row] * {Classes}, {Classes}).Span.Clear();");
        using (_output.Open("for (int row = 0; row < Count; row++)"))
            _output.WriteLine($"for (int c = 0; c < {Classes}; c++) {table}[((nint){labels}[row] * {Classes}) + c] += {value};");
    }

    private void WriteRowReduction(Operation reduction, ExpressionWriter writer, NameTable names)
    {
        if (reduction.Kind == Operator.RowArgMax)
        {
            string best = names.Unique("best");
            _output.WriteLine($"double {best} = double.NegativeInfinity;");
            using (_output.Open($"for (int c = 0; c < {Classes}; c++)"))
            {
                string candidate = ValueAtClass(reduction.Operands[0], writer, names);
                _output.WriteLine($"if ({candidate} > {best}) ({best}, {_labelFields[reduction]}) = ({candidate}, c);");
            }

            return;
        }

        bool isSum = reduction.Kind == Operator.RowSum;
        string total = writer.Declare(reduction, isSum ? "0" : "double.NegativeInfinity");
        using (_output.Open($"for (int c = 0; c < {Classes}; c++)"))
        {
            string value = ValueAtClass(reduction.Operands[0], writer, names);
            _output.WriteLine(isSum ? $"{total} += {value};" : $"{total} = double.Max({total}, {value});");
        }
    }

    private void WriteVector(Operation operation, string vector, ExpressionWriter writer, NameTable names)
    {
        using (_output.Open($"for (int c = 0; c < {Classes}; c++)"))
            _output.WriteLine($"{vector}[c] = (float)({ValueAtClass(operation, writer, names)});");
    }

    /// <summary>Writes what a row for the whole batch is at class c.</summary>
    private string ValueAtClass(Operation operation, ExpressionWriter writer, NameTable names)
    {
        var inner = new ExpressionWriter(DoubleArithmetic.Instance, _output, names)
        {
            Outside = o => _vectorFields.TryGetValue(o, out string vector) && !ReferenceEquals(o, operation) ? $"{vector}[c]"
                : _labelFields.TryGetValue(o, out string label) ? label
                : o == _plan.ClassWeights ? "ClassWeights[c]" : o.Axes == Axes.None ? writer.Operand(o) : null,
            Custom = (o, operands) => o.Kind == Operator.OneHot ? new Text($"c == {operands[1]} ? {operands[0]} : 0.0", false) : null,
        };
        if (operation.IsBarrier) return $"{_vectorFields[operation]}[c]";
        inner.Write([operation], o => o.Axes == Axes.Row && o.Kind != Operator.Input && (ReferenceEquals(o, operation) || !_vectorFields.ContainsKey(o)));
        return inner.Use(operation);
    }

    private void WriteResults(ExpressionWriter writer)
    {
        string Known(Operation operation) => _scalarFields.TryGetValue(operation, out string field) && operation.Stage < _plan.Passes ? field : writer.Use(operation);
        for (int i = 0; i < _plan.TermMeans.Count; i++) _output.WriteLine($"TermMeans[{i}] = {Known(_plan.TermMeans[i])};");
        _output.WriteLine($"Loss = {Known(_plan.Loss)};");
        foreach ((int offset, Operation gradient) in _plan.LearnedGradients)
            _output.WriteLine($"Gradients[{Literals.Literal(offset)}] = (float)({Known(gradient)});");
        if (_plan.Memories.Count == 0) return;

        _output.WriteLine("// A row that was drawn twice keeps what its last slot says.");
        using (_output.Open("for (int row = 0; row < Count; row++)"))
        {
            for (int i = 0; i < _plan.Memories.Count; i++)
                _output.WriteLine($"{_stagedMemories[i]}.Slice(row * {Classes}, {Classes}).Span.CopyTo({_plan.Memories[i].Buffer}.Slice(BatchRows[row] * {Classes}, {Classes}).Span);");
        }
    }
}
