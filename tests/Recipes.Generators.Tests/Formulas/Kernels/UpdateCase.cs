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
}

/// <summary>An update, compiled once, to be run with different widths and numbers of threads beside the formulas themselves.</summary>
internal sealed class UpdateCase
{
    private static readonly ParameterModel s_model = ParameterModel.Several;

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
            bound[0], bound[1..(1 + _transforms)].ToEquatableArray(), _averages ? bound[^1] : null, s_model.Shapes, s_model.Floats));
        Assert.True(_kernel.Problem is null, _kernel.Problem);
        string text = Emitted.Usings + $$"""
            public sealed class Generated : Recipes.Generators.Tests.Formulas.Kernels.UpdateHost
            {
                public Generated(System.Collections.Generic.IReadOnlyList<ParameterInfo> tensors) : base(tensors, {{(_kernel.ByRows ? "true" : "false")}}, {{s_model.Floats}}, {{_kernel.StateFloats}}) => AllocateUpdate();
                public override void Run() { {{string.Join(" ", _kernel.Call)}} }
            {{_kernel.Members}}
            }
            """;
        text = text.Replace("if (Avx512F.IsSupported)", "if (Bits == 512)", StringComparison.Ordinal).Replace("if (Avx2.IsSupported && Fma.IsSupported)", "if (Bits == 256)", StringComparison.Ordinal);
        _host = Emitted.Compile(text).GetType("Generated")!;
    }

    public IReadOnlyList<string> Summary => _kernel.Summary;

    public int StateFloats => _kernel.StateFloats;

    /// <summary>What was emitted: all weights, and averages if there are any.</summary>
    public float[] Emit(int steps, int bits = 512, int threads = 1)
    {
        using UpdateHost host = Host(steps, bits, threads);
        foreach ((int tensor, int number, int place) in s_model.Numbers()) host.Parameters[place] = host.Averages[place] = (float)Start[tensor][number];
        foreach (UpdateStep step in UpdateStep.Some(steps)) Take(host, step);
        var used = new HashSet<int>(s_model.Numbers().Select(n => n.Place));
        Assert.All(Enumerable.Range(0, s_model.Floats).Where(i => !used.Contains(i)), i => Assert.Equal(0, host.Parameters[i]));
        return [.. s_model.Numbers().Select(n => host.Parameters[n.Place]), .. _kernel.Averages ? s_model.Numbers().Select(n => host.Averages[n.Place]) : []];
    }

    /// <summary>The same by calling the formulas, in double.</summary>
    public double[] Eager(int steps)
    {
        var eager = new EagerUpdate(s_model, _formulas[0])
        {
            Transforms = _formulas[1..(1 + _transforms)], Averaging = _averages ? _formulas[^1] : null,
            Weights = [.. Start.Select(w => w.ToArray())], Averages = [.. Start.Select(w => w.ToArray())], Steps = steps,
        };
        foreach (UpdateStep step in UpdateStep.Some(steps)) eager.Run(step);
        return [.. eager.Weights.Concat(_kernel.Averages ? eager.Averages : []).SelectMany(w => w)];
    }

    /// <summary>Both, to a part of each number, or of 1.</summary>
    public void AssertAgrees(int steps, double tolerance, string what) => AssertNear(Eager(steps), Emit(steps), tolerance, what);

    public static void AssertNear(double[] expected, float[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) LossChecks.Near(expected[i], actual[i], tolerance, 1, $"{what}: number {i}");
    }

    /// <summary>Gives a trainer's update the gradients of a step, and runs it.</summary>
    public static void Take(UpdateHost host, UpdateStep step)
    {
        foreach ((int tensor, int number, int place) in s_model.Numbers()) host.Gradients[place] = (float)step.Gradients[tensor][number];
        (host.LearningRate, host.GradientNorm, host.StepIndex) = (step.Rate, step.Norm, step.Number - 1);
        host.Run();
    }

    /// <summary>A trainer's update alone, before its first step.</summary>
    public UpdateHost Host(int steps = 1, int bits = 512, int threads = 1)
    {
        var host = (UpdateHost)Activator.CreateInstance(_host, [s_model.Tensors])!;
        (host.Team, host.TotalSteps, host.Bits) = (new ThreadTeam(threads), steps, bits);
        host.Knobs = [.. _formulas.SelectMany(f => f.Values.Values).OfType<double>()];
        if (_formulas.Any(f => f.Formula.Definition.Text.Contains("ModelSum", StringComparison.Ordinal)))
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
            return [.. s_model.Tensors.Select(t => Enumerable.Range(0, t.Length).Select(_ => (double)(float)(random.NextDouble() - 0.5)).ToArray())];
        }
    }
}

/// <summary>What a step of an update is given.</summary>
internal sealed record UpdateStep(int Number, double Rate, double[][] Gradients)
{
    /// <summary>The norm of all gradients.</summary>
    public double Norm => Math.Sqrt(Gradients.Sum(g => g.Sum(x => x * x)));

    /// <summary>Steps of changing rates and gradients; every fifth gradient is 0.</summary>
    public static IEnumerable<UpdateStep> Some(int count)
    {
        var random = new Random(5);
        for (int step = 1; step <= count; step++)
        {
            yield return new(
                step, 0.01 / (1 + (step % 7)),
                [.. ParameterModel.Several.Tensors.Select(t => Enumerable.Range(0, t.Length).Select(i => (double)(float)((random.NextDouble() - 0.45) * (i % 5))).ToArray())]);
        }
    }
}
