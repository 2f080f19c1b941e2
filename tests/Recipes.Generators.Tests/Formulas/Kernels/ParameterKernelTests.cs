using Recipes.Generators.Formulas;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Updates of parameters of several formulas together, and by several threads. Each formula by itself is proved in <see cref="Proofs.UpdateProof"/>.</summary>
public sealed class ParameterKernelTests
{
    /// <summary>Floats after thirty steps: some tens of roundings of numbers of size 1.</summary>
    private const double AfterThirty = 3e-6;

    public static TheoryData<string> Updates() => [.. LibraryFormulas.All.Values.Where(f => f.Kind is FormulaKind.Optimizer or FormulaKind.GradientTransform or FormulaKind.Averaging).Select(f => f.Name).Order(StringComparer.Ordinal)];

    /// <summary>One of the tensors is cut into several chunks, whose sums are put together.</summary>
    [Theory, MemberData(nameof(Updates))]
    public void Any_number_of_threads_gives_the_same_bits(string name)
    {
        UpdateFormula formula = UpdateFormula.Of(name), descent = UpdateFormula.Of("Sgd", ("momentum", 0.9));
        UpdateCase update = formula.Formula.Definition.Kind switch
        {
            FormulaKind.Optimizer => new(formula),
            FormulaKind.GradientTransform => new(descent, [formula]),
            _ => new(descent, averaging: formula),
        };
        float[] alone = update.Emit(3);
        Assert.Equal(alone, update.Emit(3, threads: 2));
        Assert.Equal(alone, update.Emit(3, threads: 3));
    }

    [Theory]
    [InlineData("AdamW"), InlineData("Lamb"), InlineData("Adafactor"), InlineData("Prodigy")]
    public void All_views_go_together(string name) => new UpdateCase(
        UpdateFormula.Of(name, ("weightDecay", 0.02), ("initial", 0.05)),
        [UpdateFormula.Of("Centralize"), UpdateFormula.Of("ClipNorm", ("maximum", 0.7)), UpdateFormula.Of("AdaptiveClip", ("maximum", 0.1)), UpdateFormula.Of("TrustRatio", ("coefficient", 0.1))],
        UpdateFormula.Of("WeightAverage", ("decay", 0.9))).AssertAgrees(30, AfterThirty, name);
}
