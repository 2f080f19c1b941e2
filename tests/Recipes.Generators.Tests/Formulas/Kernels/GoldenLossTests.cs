using Recipes.Generators.Formulas;
using Recipes.Tests.Formulas.Losses;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Emitted losses against the numbers of other programs, gradients too: also where a value is held fixed and differences say nothing.</summary>
public sealed class GoldenLossTests
{
    public static TheoryData<string> Names() => [.. GoldenLoss.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Values_and_gradient_are_the_golden_ones(string name)
    {
        GoldenLoss golden = GoldenLoss.All[name];
        EagerFormula formula = EagerFormula.Library(golden.Loss);
        var knobs = golden.Knobs?.ToDictionary(
            k => k.Key, k => formula.Definition.Parameters.Single(p => p.Name == k.Key).Role == FormulaRole.Flag ? (object)(k.Value != 0) : k.Value);
        var loss = new LossCase(new TermCase(formula, 1, knobs));
        int count = GoldenLoss.Labels.Length, classes = GoldenLoss.Logits[0].Length;
        using KernelHost host = loss.Compile(classes, count, 512);
        LossInputs inputs = LossInputs.Random(1, count, classes);
        string[] learned = [.. formula.Definition.Parameters.Where(p => p.Role == FormulaRole.Learned).Select(p => p.Name)];
        for (int i = 0; i < learned.Length; i++) inputs.Learned[i] = golden.Learned![learned[i]];
        for (int i = 0; golden.Memory is not null && i < count; i++) inputs.Memory[i] = golden.Memory[i];
        LossOutputs outputs = loss.Run(host, inputs with
        {
            Logits = [[.. GoldenLoss.Logits.Select(row => row.ToArray())]], Labels = GoldenLoss.Labels, Rows = [.. Enumerable.Range(0, count)],
        });
        double size = Math.Max(1.0 / count, golden.Gradient.Max(row => row.Max(Math.Abs)));
        for (int i = 0; i < count; i++)
        {
            // 2e-6 is some 16 units of a float's last place.
            LossChecks.Near(golden.Values[i], outputs.TermValues[0][i], 2e-6, 1, $"value of row {i}");
            for (int c = 0; c < classes; c++)
                LossChecks.Near(golden.Gradient[i][c], outputs.LogitsGradient[0][i][c], 2e-6, size, $"gradient of row {i} by logit {c}");
            for (int c = 0; golden.MemoryAfter is not null && c < classes; c++)
                LossChecks.Near(golden.MemoryAfter[i][c], outputs.Memory[i][c], 2e-6, 1, $"memory of row {i} at {c}");
        }

        for (int i = 0; i < learned.Length; i++)
            LossChecks.Near(golden.LearnedGradient![learned[i]], outputs.LearnedGradient[i], 2e-6, 1, $"gradient by {learned[i]}");
    }
}
