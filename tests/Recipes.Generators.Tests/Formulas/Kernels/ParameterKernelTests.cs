using Recipes.Generators.Formulas;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Updates of parameters against the formulas that they come from, over some steps.</summary>
public sealed class ParameterKernelTests
{
    /// <summary>Floats after thirty steps: some tens of roundings of numbers of size 1.</summary>
    private const double AfterThirty = 3e-6;

    /// <summary>At the ends of knobs numbers are divided by others that have lost digits: with β₂ = 0 a mean by the size of the last gradient alone.</summary>
    private const double AtEnds = 3e-4;

    public static TheoryData<string> Optimizers() => LibraryFormulas.Names(FormulaKind.Optimizer);

    public static TheoryData<string> Others() => [.. LibraryFormulas.All.Values.Where(f => f.Kind is FormulaKind.GradientTransform or FormulaKind.Averaging).Select(f => f.Name).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Optimizers))]
    public void Thirty_steps_agree(string name)
    {
        UpdateFormula optimizer = UpdateFormula.Of(name, ("weightDecay", 0.02), ("initial", 0.05), ("momentum", 0.8));
        var update = new UpdateCase(optimizer);
        double[] eager = update.Eager(30);
        foreach (int bits in (int[])[512, 256, 128]) UpdateCase.AssertNear(eager, update.Emit(30, bits), AfterThirty, $"{name}, {bits} bits");
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Any_number_of_threads_gives_the_same_bits(string name)
    {
        var update = new UpdateCase(UpdateFormula.Of(name));
        float[] alone = update.Emit(3);
        Assert.Equal(alone, update.Emit(3, threads: 2));
        Assert.Equal(alone, update.Emit(3, threads: 3));
    }

    [Theory, MemberData(nameof(Others))]
    public void Transforms_and_averages_agree_before_and_after_descent_and_AdamW(string name)
    {
        UpdateFormula formula = UpdateFormula.Of(name);
        bool isTransform = formula.Formula.Definition.Kind == FormulaKind.GradientTransform;
        foreach (string optimizer in (string[])["Sgd", "AdamW"])
            new UpdateCase(UpdateFormula.Of(optimizer, ("momentum", 0.9)), isTransform ? [formula] : [], isTransform ? null : formula).AssertAgrees(30, AfterThirty, $"{name}, {optimizer}");
    }

    [Theory]
    [InlineData("AdamW"), InlineData("Lamb"), InlineData("Adafactor"), InlineData("Prodigy")]
    public void All_views_go_together(string name) => new UpdateCase(
        UpdateFormula.Of(name, ("weightDecay", 0.02), ("initial", 0.05)),
        [UpdateFormula.Of("Centralize"), UpdateFormula.Of("ClipNorm", ("maximum", 0.7)), UpdateFormula.Of("AdaptiveClip", ("maximum", 0.1)), UpdateFormula.Of("TrustRatio", ("coefficient", 0.1))],
        UpdateFormula.Of("WeightAverage", ("decay", 0.9))).AssertAgrees(30, AfterThirty, name);

    [Theory, MemberData(nameof(Optimizers))]
    public void Optimizers_agree_at_both_ends_of_every_knob(string name) => CheckEnds(UpdateFormula.Of(name), f => new UpdateCase(f), f => [f]);

    [Theory, MemberData(nameof(Others))]
    public void Transforms_and_averages_agree_at_both_ends_of_every_knob(string name)
    {
        UpdateFormula descent = UpdateFormula.Of("Sgd");
        bool isTransform = LibraryFormulas.All[name].Kind == FormulaKind.GradientTransform;
        CheckEnds(UpdateFormula.Of(name), f => isTransform ? new UpdateCase(descent, [f]) : new UpdateCase(descent, averaging: f), f => [descent, f]);
    }

    /// <summary>Four steps at the defaults, with each switch turned, and with each knob at its least and its greatest value.</summary>
    private static void CheckEnds(UpdateFormula formula, Func<UpdateFormula, UpdateCase> compile, Func<UpdateFormula, UpdateFormula[]> all)
    {
        UpdateCase update = compile(formula);
        string name = formula.Formula.Definition.Name;
        foreach (FormulaParameter knob in formula.Formula.Definition.Parameters)
        {
            if (knob.Role == FormulaRole.Flag) compile(formula.With(knob.Name, !knob.DefaultFlag!.Value)).AssertAgrees(4, AtEnds, $"{name}, {knob.Name} turned");
            if (knob.Role != FormulaRole.Knob) continue;
            double greatest = Math.Min(knob.Maximum, 1e3);
            foreach (double value in (double[])[knob.ExclusiveMinimum ? knob.Minimum + 1e-3 : knob.Minimum, knob.ExclusiveMaximum ? greatest - 1e-3 : greatest])
                update.AssertAgrees(4, AtEnds, $"{name}, {knob.Name} = {value}", all(formula.With(knob.Name, value)));
        }
    }
}
