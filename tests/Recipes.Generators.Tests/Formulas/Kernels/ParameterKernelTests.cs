using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Updates of parameters against the eager optimizers, over many steps.</summary>
public sealed class ParameterKernelTests
{
    // Two tensors with gaps up to the next multiple of 16, the second cut into two chunks unless it must be whole.
    private static readonly int[] s_starts = [0, 48], s_lengths = [37, 200];
    private const int Floats = 256;

    public static TheoryData<string> Optimizers() => LibraryFormulas.Names(FormulaKind.Optimizer);

    [Theory, MemberData(nameof(Optimizers))]
    public void Fifty_steps_agree(string name)
    {
        foreach (int bits in (int[])[512, 256, 128])
            Run(name, bits, knobs: name == "Sgd" ? new() { ["momentum"] = 0.9, ["weightDecay"] = 0.01, ["nesterov"] = true } : new() { ["weightDecay"] = 0.02 });
    }

    [Fact]
    public void Plain_descent_needs_no_memory_of_the_step() => Run("Sgd", 512, new());

    [Theory]
    [InlineData("AdamW"), InlineData("Lamb")]
    public void Gradients_are_clipped_and_parameters_averaged_on_the_way(string name) =>
        Run(name, 512, new() { ["weightDecay"] = 0.02 }, clip: 0.7, average: true);

    private static void Run(string name, int bits, Dictionary<string, object> knobs, double? clip = null, bool average = false)
    {
        EagerFormula optimizer = EagerFormula.Library(name), clipping = EagerFormula.Library("ClipNorm"), averaging = EagerFormula.Library("WeightAverage");
        var values = new List<double>();
        BoundFormula Bind(EagerFormula formula, Dictionary<string, object> given) => new(
            formula.Definition, formula.Definition.Name,
            formula.Definition.Parameters.Where(p => p.Role is FormulaRole.Knob or FormulaRole.Flag).Select(p =>
            {
                bool isKnob = p.Role == FormulaRole.Knob;
                object value = given.TryGetValue(p.Name, out object? v) ? v : isKnob ? p.Default! : p.DefaultFlag!;
                if (isKnob) values.Add((double)value);
                return new BoundKnob(p.Name, isKnob ? $"Knobs[{values.Count - 1}]" : "", isKnob ? (double)value : 0, isKnob ? null : (bool)value);
            }).ToEquatableArray(), []);
        Dictionary<string, object> clipKnobs = new() { ["maximum"] = clip ?? 1 }, averageKnobs = new() { ["decay"] = 0.9 };
        ParameterKernelResult kernel = ParameterKernel.Write(
            Bind(optimizer, knobs), clip is null ? [] : [Bind(clipping, clipKnobs)], average ? Bind(averaging, averageKnobs) : null);
        Assert.True(kernel.Problem is null, kernel.Problem);
        string text = Emitted.Usings + $$"""
            public sealed class Generated() : Recipes.Generators.Tests.Formulas.Kernels.UpdateHost({{Floats}}, {{kernel.States}})
            {
                public override void Run() { {{kernel.Prepare}} for (int task = 0; task < _chunkStart.Length; task++) UpdateParameters(task); }
            {{kernel.Members}}
            }
            """;
        using var host = (UpdateHost)Activator.CreateInstance(Emitted.Compile(Emitted.OfWidth(text, bits)).GetType("Generated")!)!;
        host._chunkStart = kernel.PerTensor ? s_starts : [0, 48, 112];
        host._chunkLength = kernel.PerTensor ? s_lengths : [37, 64, 136];
        host._chunkDecays = kernel.PerTensor ? [false, true] : [false, true, true];
        host.Knobs = [.. values];

        var random = new Random(3);
        double[][] weights = [.. s_lengths.Select(n => Enumerable.Range(0, n).Select(_ => (double)(float)(random.NextDouble() - 0.5)).ToArray())];
        double[][] averages = [.. weights.Select(w => new double[w.Length])];
        double[][][] states = [.. weights.Select(w => Enumerable.Range(0, kernel.States).Select(_ => new double[w.Length]).ToArray())];
        for (int t = 0; t < 2; t++)
            for (int i = 0; i < s_lengths[t]; i++) host.Parameters[s_starts[t] + i] = (float)weights[t][i];
        for (int step = 1; step <= 50; step++)
        {
            double[][] gradients = [.. s_lengths.Select(n => Enumerable.Range(0, n).Select(i => (double)(float)(random.NextDouble() - 0.45) * (i % 5)).ToArray())];
            double rate = 0.01 / (1 + (step % 7)), norm = Math.Sqrt(gradients.Sum(g => g.Sum(x => x * x)));
            (host.LearningRate, host.GradientNorm, host.StepIndex) = (rate, norm, step - 1);
            for (int t = 0; t < 2; t++)
            {
                for (int i = 0; i < s_lengths[t]; i++) host.Gradients[s_starts[t] + i] = (float)gradients[t][i];
                EagerStep(optimizer, t == 0 ? new(knobs) { ["weightDecay"] = 0.0 } : knobs, weights, states[t], t, gradients[t], rate, step, clip is null ? null : clipping, clipKnobs, norm);
                if (average) averages[t] = Numbers(averaging.Call([new Scalar(averages[t]), new Scalar(weights[t]), (StepCount)(double)step], averageKnobs), weights[t].Length);
            }

            host.Run();
        }

        for (int t = 0; t < 2; t++)
        {
            for (int i = 0; i < s_lengths[t]; i++)
            {
                LossChecks.Near(weights[t][i], host.Parameters[s_starts[t] + i], 3e-6, 1, $"{name}: parameter {i} of tensor {t} after 50 steps");
                if (average) LossChecks.Near(averages[t][i], host.Averages[s_starts[t] + i], 3e-6, 1, "average");
                for (int k = 0; k < kernel.States; k++) LossChecks.Near(states[t][k][i], host.OptimizerState[(k * Floats) + s_starts[t] + i], 3e-6, 1, $"state {k}");
            }

            for (int gap = s_starts[t] + s_lengths[t]; gap < (t == 0 ? 48 : Floats); gap++) Assert.Equal(0, host.Parameters[gap]);
        }
    }

    private static void EagerStep(
        EagerFormula optimizer, Dictionary<string, object> knobs, double[][] weights, double[][] states, int tensor, double[] gradient, double rate, int step,
        EagerFormula? clipping, Dictionary<string, object> clipKnobs, double norm)
    {
        bool isRow = optimizer.Definition.Parameters.Any(p => p.Role == FormulaRole.ElementRow);
        object Value(double[] numbers) => isRow ? new Row<Element>(numbers) : new Scalar(numbers);
        if (clipping is not null) gradient = Numbers(clipping.Call([new Scalar(gradient), (GradientNorm)norm], clipKnobs), gradient.Length);
        int next = 0, state = 0;
        var arguments = new List<object>();
        foreach (FormulaParameter parameter in optimizer.Definition.Parameters.Where(p => p.Role is not (FormulaRole.Knob or FormulaRole.Flag)))
        {
            arguments.Add(parameter.ByReference ? isRow ? Value(states[state++]) : (State)(Scalar)Value(states[state++])
                : parameter.Role == FormulaRole.Rate ? (Rate)rate
                : parameter.Role == FormulaRole.StepCount ? (StepCount)(double)step
                : next++ == 0 ? Value(weights[tensor]) : Value(gradient));
        }

        object[] given = [.. arguments];
        weights[tensor] = Numbers(optimizer.Call(given, knobs), gradient.Length);
        state = 0;
        for (int i = 0; i < given.Length; i++)
        {
            if (given[i] is State kept) states[state++] = Numbers((Scalar)kept, gradient.Length);
            else if (isRow && optimizer.Definition.Parameters[i].ByReference) states[state++] = Numbers(given[i], gradient.Length);
        }
    }

    private static double[] Numbers(object value, int count) => value switch
    {
        Row<Element> row => [.. Enumerable.Range(0, count).Select(i => row[i])],
        Scalar scalar => [.. Enumerable.Range(0, count).Select(i => scalar[scalar.Length == 1 ? 0 : i])],
        _ => throw new InvalidOperationException(value.ToString()),
    };
}
