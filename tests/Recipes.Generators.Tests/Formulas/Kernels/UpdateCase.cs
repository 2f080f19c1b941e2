using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Training;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>A formula of an update, with the values of its knobs; those without a default are 0.7.</summary>
internal sealed record UpdateFormula(EagerFormula Formula, IReadOnlyDictionary<string, object> Knobs)
{
    public static UpdateFormula Of(string name, params (string Knob, object Value)[] knobs) => new(EagerFormula.Library(name), knobs.ToDictionary(k => k.Knob, k => k.Value));

    /// <summary>The value of each knob and switch.</summary>
    public IReadOnlyDictionary<string, object> Values => Formula.Definition.Parameters.Where(p => p.Role is FormulaRole.Knob or FormulaRole.Flag).ToDictionary(
        p => p.Name, p => Knobs.TryGetValue(p.Name, out object? given) ? given : p.Role == FormulaRole.Flag ? p.DefaultFlag!.Value : p.Default ?? 0.7);

    public UpdateFormula With(string knob, object value) => this with { Knobs = new Dictionary<string, object>(Knobs) { [knob] = value } };
}

/// <summary>An update, compiled once, to be run with different knobs, widths and numbers of threads beside the formulas themselves.</summary>
internal sealed class UpdateCase
{
    private readonly UpdateFormula[] _formulas;
    private readonly int _transforms;
    private readonly bool _averages;
    private readonly ParameterKernelResult _kernel;
    private readonly Type _host;

    public UpdateCase(UpdateFormula optimizer, IReadOnlyList<UpdateFormula>? transforms = null, UpdateFormula? averaging = null)
    {
        _formulas = [optimizer, .. transforms ?? [], .. averaging is null ? [] : new[] { averaging }];
        (_transforms, _averages) = (transforms?.Count ?? 0, averaging is not null);
        int next = 0;
        BoundFormula[] bound = [.. _formulas.Select(f => new BoundFormula(f.Formula.Definition, f.Formula.Definition.Name, f.Values.Select(v => v.Value is bool flag
            ? new BoundKnob(v.Key, "", 0, flag) : new BoundKnob(v.Key, $"Knobs[{next++}]", (double)v.Value)).ToEquatableArray(), []))];
        _kernel = ParameterKernel.Write(new ParameterKernelRequest(
            bound[0], bound[1..(1 + _transforms)].ToEquatableArray(), _averages ? bound[^1] : null, ParameterModel.Shapes, ParameterModel.Floats));
        Assert.True(_kernel.Problem is null, _kernel.Problem);
        string text = Emitted.Usings + $$"""
            using Recipes.Training;
            public sealed class Generated : Recipes.Generators.Tests.Formulas.Kernels.UpdateHost
            {
                public Generated(System.Collections.Generic.IReadOnlyList<ParameterInfo> tensors) : base(tensors, {{(_kernel.ByRows ? "true" : "false")}}, {{ParameterModel.Floats}}, {{_kernel.StateFloats}}) => AllocateUpdate();
                public override void Run() { {{string.Join(" ", _kernel.Call)}} }
            {{_kernel.Members}}
            }
            """;
        text = text.Replace("if (Avx512F.IsSupported)", "if (Bits == 512)", StringComparison.Ordinal).Replace("if (Avx2.IsSupported && Fma.IsSupported)", "if (Bits == 256)", StringComparison.Ordinal);
        _host = Emitted.Compile(text).GetType("Generated")!;
    }

    public IReadOnlyList<string> Summary => _kernel.Summary;

    public int StateFloats => _kernel.StateFloats;

    /// <summary>What was emitted, run with the knobs that were given or with others of the same switches: all weights, and averages if there are any.</summary>
    public float[] Emit(int steps, int bits = 512, int threads = 1, params UpdateFormula[] formulas)
    {
        using UpdateHost host = Host(steps, bits, threads, formulas);
        foreach ((int tensor, int number, int place) in Numbers()) host.Parameters[place] = host.Averages[place] = (float)Start[tensor][number];
        foreach (UpdateStep step in UpdateStep.Some(steps)) Take(host, step);
        var used = new HashSet<int>(Numbers().Select(n => n.Place));
        Assert.All(Enumerable.Range(0, ParameterModel.Floats).Where(i => !used.Contains(i)), i => Assert.Equal(0, host.Parameters[i]));
        return [.. Numbers().Select(n => host.Parameters[n.Place]), .. _kernel.Averages ? Numbers().Select(n => host.Averages[n.Place]) : []];
    }

    /// <summary>The same by calling the formulas, in double.</summary>
    public double[] Eager(int steps, params UpdateFormula[] formulas)
    {
        if (formulas.Length == 0) formulas = _formulas;
        var eager = new EagerUpdate(formulas[0])
        {
            Transforms = formulas[1..(1 + _transforms)], Averaging = _averages ? formulas[^1] : null,
            Weights = [.. Start.Select(w => w.ToArray())], Averages = [.. Start.Select(w => w.ToArray())], Steps = steps,
        };
        foreach (UpdateStep step in UpdateStep.Some(steps)) eager.Run(step);
        return [.. eager.Weights.Concat(_kernel.Averages ? eager.Averages : []).SelectMany(w => w)];
    }

    /// <summary>Both, to a part of each number, or of 1.</summary>
    public void AssertAgrees(int steps, double tolerance, string what, params UpdateFormula[] formulas) => AssertNear(Eager(steps, formulas), Emit(steps, formulas: formulas), tolerance, what);

    public static void AssertNear(double[] expected, float[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) LossChecks.Near(expected[i], actual[i], tolerance, 1, $"{what}: number {i}");
    }

    /// <summary>Gives a trainer's update the gradients of a step, and runs it.</summary>
    public static void Take(UpdateHost host, UpdateStep step)
    {
        foreach ((int tensor, int number, int place) in Numbers()) host.Gradients[place] = (float)step.Gradients[tensor][number];
        (host.LearningRate, host.GradientNorm, host.StepIndex) = (step.Rate, step.Norm, step.Number - 1);
        host.Run();
    }

    /// <summary>A trainer's update alone, before its first step.</summary>
    public UpdateHost Host(int steps = 1, int bits = 512, int threads = 1, params UpdateFormula[] formulas)
    {
        if (formulas.Length == 0) formulas = _formulas;
        var host = (UpdateHost)Activator.CreateInstance(_host, [ParameterModel.Tensors])!;
        (host.Team, host.TotalSteps, host.Bits) = (new ThreadTeam(threads), steps, bits);
        host.Knobs = [.. formulas.SelectMany(f => f.Values.Values).OfType<double>()];
        if (formulas.Any(f => f.Formula.Definition.Text.Contains("ModelSum", StringComparison.Ordinal)))
        {
            // The formula itself is called once for all tensors, with one decay.
            Array.Fill(host._chunks.Decays, true);
            Array.Fill(host._chunks.TensorDecays, true);
        }

        foreach (StateFill fill in _kernel.StateFills) host.OptimizerState.Span.Slice(fill.Start, fill.Length).Fill((float)fill.Value);
        return host;
    }

    /// <summary>The first weights of each tensor.</summary>
    private static double[][] Start
    {
        get
        {
            var random = new Random(3);
            return [.. ParameterModel.Tensors.Select(t => Enumerable.Range(0, t.Length).Select(_ => (double)(float)(random.NextDouble() - 0.5)).ToArray())];
        }
    }

    /// <summary>Every number: its tensor, its index there [units · incoming], and its place in the buffer.</summary>
    private static IEnumerable<(int Tensor, int Number, int Place)> Numbers()
    {
        for (int t = 0; t < ParameterModel.Tensors.Length; t++)
        {
            ParameterInfo tensor = ParameterModel.Tensors[t];
            int incoming = ParameterModel.Incoming(tensor);
            for (int i = 0; i < tensor.Length; i++) yield return (t, i, ParameterModel.Place(tensor, i / incoming, i % incoming));
        }
    }
}

/// <summary>What a step of an update is given.</summary>
internal sealed record UpdateStep(int Number, double Rate, double Norm, double[][] Gradients)
{
    /// <summary>Steps of changing rates and gradients; every fifth gradient is 0.</summary>
    public static IEnumerable<UpdateStep> Some(int count)
    {
        var random = new Random(5);
        for (int step = 1; step <= count; step++)
        {
            double[][] gradients = [.. ParameterModel.Tensors.Select(t => Enumerable.Range(0, t.Length).Select(i => (double)(float)((random.NextDouble() - 0.45) * (i % 5))).ToArray())];
            yield return new(step, 0.01 / (1 + (step % 7)), Math.Sqrt(gradients.Sum(g => g.Sum(x => x * x))), gradients);
        }
    }
}
