using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>Writes one direction of a layer: the method that is called, its blocks of rows, and the loop for each width of vectors.</summary>
internal sealed class LayerPass(BoundFormula layer, int width, string direction, IReadOnlyList<string> rows, IReadOnlyList<LearnedInput> learned, SourceWriter output)
{
    private readonly string _name = layer.Prefix + direction;
    private readonly int _blockRows = LayerBlocks.Rows(width);
    private readonly bool _addsUp = direction == "Backward" && learned.Count > 0;

    /// <summary>Floats of the sums of one block.</summary>
    private int SumFloats => learned.Count * width;

    /// <summary>The knobs in the formula's order, which are arguments.</summary>
    public static IEnumerable<BoundKnob> Knobs(BoundFormula layer) => layer.Formula.Parameters.Where(p => p.Role == FormulaRole.Knob)
        .Select(p => layer.Knobs.FirstOrDefault(k => k.Parameter == p.Name) ?? throw new FormulaLimitException($"'{p.Name}' has no value"));

    public void Write(RowLoop loop, List<string> summary)
    {
        foreach (Operation scalar in Frontier.Of(loop.Outputs())) loop.Scalars[scalar] = $"({DoubleText.Of(scalar, o => o.Kind == Operator.Input ? Input(o) : null)})";
        WriteCall();
        WriteBlocks();
        RowSchedule schedule = LoopEmitter.Plan(loop);
        foreach (int bits in VectorArithmetic.Widths)
        {
            var body = new SourceWriter();
            LoopEmitter emitter = LoopEmitter.For(loop, schedule, body, new VectorArithmetic(bits));
            emitter.Write();
            if (bits == VectorArithmetic.Widths[0]) summary.Add($"{layer.Prefix}, {direction.ToLowerInvariant()}: {emitter.Describe()}, {_blockRows} rows a task.");
            output.WriteLine();
            output.WriteLine("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (output.Open($"private static void {_name}Of{bits}(int first, int last, {Parameters(_addsUp ? "sums" : null)})"))
            {
                emitter.WriteBuffers(output);
                output.Write(body.ToString());
            }
        }
    }

    /// <summary>The method that the step calls: all rows, and then the gradients of what is learned.</summary>
    private void WriteCall()
    {
        string does = direction == "Forward" ? "its outputs" : "gradients by its inputs" + (learned.Count > 0 ? ", and by what it learns" : "");
        output.WriteLine($"/// <summary>{layer.Formula.Name}, {does}: rows of [{width}], {_blockRows} to a task.</summary>");
        string sums = _addsUp ? ", NativeBuffer<float> gradients" : "";
        using (output.Open($"private static void {_name}(ThreadTeam? team, int rows, {Parameters(_addsUp ? "sums" : null, sums)})"))
        {
            output.WriteLine($"int blocks = (rows + {_blockRows - 1}) / {_blockRows};");
            output.WriteLine($"var work = new {_name}Blocks(rows, {Arguments(_addsUp ? "sums" : null)});");
            output.WriteLine("ThreadTeam.For(team, blocks, ref work);");
            for (int i = 0; _addsUp && i < learned.Count; i++)
            {
                string sum = $"(blocks, sums, {SumFloats}, {i * width}, {width}";
                output.WriteLine(learned[i].IsRow
                    ? $"Reductions.BlockSums{sum}, gradients.Slice({learned[i].Offset}, {width}));"
                    : $"gradients[{learned[i].Offset}] = Reductions.BlockTotal{sum});");
            }
        }

        output.WriteLine();
    }

    private void WriteBlocks()
    {
        using (output.Open($"private readonly struct {_name}Blocks(int rows, {Parameters(_addsUp ? "sums" : null)}) : ITaskBody"))
        {
            using (output.Open("public void Run(int task)"))
            {
                output.WriteLine($"int first = task * {_blockRows}, last = int.Min(first + {_blockRows}, rows);");
                if (_addsUp)
                {
                    output.WriteLine($"NativeBuffer<float> ownSums = sums.Slice(task * {SumFloats}, {SumFloats});");
                    output.WriteLine("ownSums.Span.Clear();");
                }

                string arguments = $"(first, last, {Arguments(_addsUp ? "ownSums" : null)});";
                output.WriteLine($"if ({VectorArithmetic.Support(512)}) {_name}Of512{arguments}");
                output.WriteLine($"else if ({VectorArithmetic.Support(256)}) {_name}Of256{arguments}");
                output.WriteLine($"else {_name}Of128{arguments}");
            }
        }
    }

    private string Parameters(string? sums, string after = "") =>
        string.Concat(rows.Select(r => $"NativeBuffer<float> {r}, ")) + "NativeBuffer<float> weights" + (sums is null ? "" : $", NativeBuffer<float> {sums}") + after
        + string.Concat(Knobs(layer).Select(k => $", float {k.Parameter}"));

    private string Arguments(string? sums) =>
        string.Concat(rows.Select(r => r + ", ")) + "weights" + (sums is null ? "" : ", " + sums) + string.Concat(Knobs(layer).Select(k => $", {k.Parameter}"));

    /// <summary>A knob, which is an argument, or a learned number, which is among the weights.</summary>
    private string Input(Operation input)
    {
        foreach (LearnedInput each in learned)
            if (!each.IsRow && each.Name == input.Name) return $"(double)weights[{each.Offset}]";
        return $"(double){input.Name.Substring(layer.Prefix.Length + 1)}";
    }
}
