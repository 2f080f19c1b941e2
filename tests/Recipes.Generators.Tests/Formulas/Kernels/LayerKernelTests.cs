using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Layers against the eager formulas; gradients against differences of Σ g · y, as they arrive from above.</summary>
public sealed class LayerKernelTests
{
    private static readonly EagerFormula s_layerNorm = EagerFormula.Of(
        FormulaKind.Layer, """
            static Row<Feature> Norm(Row<Feature> x, [Initial(1)] LearnedRow weight, LearnedRow bias, double epsilon = 1e-5)
            {
                Row<Feature> centred = x - Mean(x);
                return centred / Sqrt(Mean(Square(centred)) + epsilon) * weight + bias * bias;
            }
            """);

    private static readonly EagerFormula s_gated = EagerFormula.Of(
        FormulaKind.Layer, "static Row<Feature> Gated(Row<Feature> x, LearnedRow weight, double power = 2) => Softmax(x * weight) * Pow(Softplus(x), power) + Max(weight) * Sum(x);");

    [Theory]
    [InlineData("RmsNorm"), InlineData("LayerNorm"), InlineData("Gated")]
    public void Outputs_and_gradients_agree(string name)
    {
        EagerFormula layer = name switch { "LayerNorm" => s_layerNorm, "Gated" => s_gated, _ => EagerFormula.Library(name) };
        foreach (int width in (int[])[1, 3, 10, 64, 65, 100])
            foreach (int bits in (int[])[512, 256, 128]) Check(layer, width, bits, rows: width == 10 ? 21 : 5);
    }

    private static void Check(EagerFormula layer, int width, int bits, int rows)
    {
        const int offset = 16;
        FormulaParameter[] knobs = [.. layer.Definition.Parameters.Where(p => p.Role == FormulaRole.Knob)];
        FormulaParameter[] learned = [.. layer.Definition.Parameters.Where(p => p.Role == FormulaRole.LearnedRow)];
        int stride = (width + 15) / 16 * 16;
        LayerKernelResult kernel = LayerKernel.Write(
            new BoundFormula(
                layer.Definition, "Norm1", knobs.Select(p => new BoundKnob(p.Name, "knob", p.Default!.Value)).ToEquatableArray(),
                learned.Select((p, i) => new BoundSlot(p.Name, (offset + (i * stride)).ToString(System.Globalization.CultureInfo.InvariantCulture))).ToEquatableArray()), width);
        Assert.True(kernel.Problem is null, kernel.Problem);
        string text = Emitted.Usings + $$"""
            public static class Generated
            {
                public static void Forward(NativeBuffer<float> x, NativeBuffer<float> y, int first, int rows, NativeBuffer<float> w, double knob) => Norm1Forward(x, y, first, rows, w{{kernel.KnobArguments}});
                public static void Backward(NativeBuffer<float> x, NativeBuffer<float> dy, NativeBuffer<float> dx, NativeBuffer<float> dw, int first, int rows, NativeBuffer<float> w, double knob) => Norm1Backward(x, dy, dx, dw, first, rows, w{{kernel.KnobArguments}});
            {{kernel.Members}}
            }
            """;
        Type generated = Emitted.Compile(Emitted.OfWidth(text, bits)).GetType("Generated")!;
        var forward = generated.GetMethod("Forward")!.CreateDelegate<Action<NativeBuffer<float>, NativeBuffer<float>, int, int, NativeBuffer<float>, double>>();
        var backward = generated.GetMethod("Backward")!.CreateDelegate<Action<NativeBuffer<float>, NativeBuffer<float>, NativeBuffer<float>, NativeBuffer<float>, int, int, NativeBuffer<float>, double>>();

        using var arena = new NativeArena();
        NativeBuffer<float> x = arena.Allocate<float>((rows + 2) * width), y = arena.Allocate<float>((rows + 2) * width), dy = arena.Allocate<float>((rows + 2) * width), dx = arena.Allocate<float>((rows + 2) * width);
        NativeBuffer<float> w = arena.Allocate<float>(offset + (learned.Length * stride)), dw = arena.Allocate<float>(w.Length);
        var random = new Random(width + bits);
        foreach (NativeBuffer<float> buffer in (NativeBuffer<float>[])[x, dy, w])
            for (int i = 0; i < buffer.Length; i++) buffer[i] = (float)((random.NextDouble() * 2) - 0.7);
        y.Span.Fill(7);
        dx.Span.Fill(7);
        dw.Span.Fill(3);
        double knob = knobs.Length == 0 ? 0 : knobs[0].Default!.Value;
        forward(x, y, 1, rows, w, knob);
        backward(x, dy, dx, dw, 1, rows, w, knob);

        double[][] inputs = [.. Enumerable.Range(1, rows).Select(r => Enumerable.Range(0, width).Select(c => (double)x[(r * width) + c]).ToArray())];
        double[][] weights = [.. learned.Select((_, i) => Enumerable.Range(0, width).Select(c => (double)w[offset + (i * stride) + c]).ToArray())];
        double Output(int row, int column) => ((Row<Feature>)layer.Call([new Row<Feature>(inputs[row]), .. weights.Select(v => (object)(LearnedRow)new Row<Feature>(v))]))[column];
        double Objective() => Enumerable.Range(0, rows).Sum(r =>
        {
            var result = (Row<Feature>)layer.Call([new Row<Feature>(inputs[r]), .. weights.Select(v => (object)(LearnedRow)new Row<Feature>(v))]);
            return Enumerable.Range(0, width).Sum(c => result[c] * dy[((r + 1) * width) + c]);
        });
        double Slope(ref double place)
        {
            double before = place;
            place = before + 1e-5;
            double above = Objective();
            place = before - 1e-5;
            double below = Objective();
            place = before;
            return (above - below) / 2e-5;
        }

        for (int r = 0; r < rows; r++)
            for (int c = 0; c < width; c += Math.Max(1, width / 4))
            {
                LossChecks.Near(Output(r, c), y[((r + 1) * width) + c], 4e-6, 1, $"output {r}, {c} of width {width}");
                LossChecks.Near(Slope(ref inputs[r][c]), dx[((r + 1) * width) + c], width == 1 ? 2e-4 : 2e-5, 1, $"gradient by input {r}, {c} of width {width} at {bits}");
            }

        for (int i = 0; i < learned.Length; i++)
            for (int c = 0; c < width; c += Math.Max(1, width / 5))
                LossChecks.Near(Slope(ref weights[i][c]) + 3, dw[offset + (i * stride) + c], width == 1 ? 2e-4 : 2e-5, 3, $"gradient by {learned[i].Name} {c} of width {width} at {bits}");
        foreach (int untouched in Enumerable.Range(0, width).Concat(Enumerable.Range((rows + 1) * width, width)))
        {
            Assert.Equal(7, y[untouched]);
            Assert.Equal(7, dx[untouched]);
        }
    }
}
