using Recipes.Generators.Formulas;
using Recipes.Tests.Formulas.Losses;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Emitted losses against the numbers of other programs, gradients too: also where a value is held fixed and differences say nothing.</summary>
public sealed class GoldenLossTests
{
    // Some 16 units of a float's last place.
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Names() => [.. GoldenLoss.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Values_and_gradients_are_the_golden_ones(string name)
    {
        GoldenLoss golden = GoldenLoss.All[name];
        EagerFormula formula = EagerFormula.Library(golden.Loss);
        var knobs = golden.Knobs?.ToDictionary(
            k => k.Key, k => formula.Definition.Parameters.Single(p => p.Name == k.Key).Role == FormulaRole.Flag ? (object)(k.Value != 0) : k.Value);
        var loss = new LossCase(new TermCase(formula, 1, knobs));
        LossInputs inputs = Inputs(golden, formula, loss);
        using KernelHost host = loss.Compile(inputs.Classes, inputs.Count, 512);
        LossOutputs outputs = loss.Run(host, inputs);
        // A temperature stretches the rounding of what it divides.
        double stretch = golden.Stretch * (golden.Knobs is not null && golden.Knobs.TryGetValue("temperature", out double temperature) ? Math.Max(1, 1 / temperature) : 1);
        for (int i = 0; i < inputs.Count; i++) LossChecks.Near(golden.Values[i], outputs.TermValues[0][i], Tolerance * stretch, 1, $"value of row {i}");
        foreach ((string moved, System.Text.Json.JsonElement numbers) in golden.Gradients)
            CheckGradient(GoldenLoss.Rows(numbers), Gradient(moved, formula, loss, outputs, inputs.Classes), stretch, moved);
        foreach ((string kept, System.Text.Json.JsonElement numbers) in golden.KeptAfter ?? [])
        {
            double[][] expected = GoldenLoss.Rows(numbers, isColumn: outputs.Kept.TryGetValue("_term0" + kept, out double[]? actual) && actual.Length > inputs.Count);
            for (int i = 0; i < expected.Length; i++)
                for (int c = 0; c < expected[i].Length; c++)
                    LossChecks.Near(expected[i][c], actual is null ? outputs.Memory[i][c] : actual[(i * expected[i].Length) + c], Tolerance, 1, $"{kept} of row {i} at {c}");
        }
    }

    private static void CheckGradient(double[][] expected, double[][] actual, double stretch, string moved)
    {
        double size = Math.Max(1.0 / GoldenLoss.Labels.Length, expected.Max(row => row.Max(Math.Abs)));
        double[] numbers = [.. expected.SelectMany(row => row)], emitted = [.. actual.SelectMany(row => row)];
        Assert.Equal(numbers.Length, emitted.Length);
        for (int i = 0; i < numbers.Length; i++) LossChecks.Near(numbers[i], emitted[i], Tolerance * stretch, size, $"gradient by number {i} of {moved}");
    }

    /// <summary>The golden batch; a regression's outputs side by side.</summary>
    private static LossInputs Inputs(GoldenLoss golden, EagerFormula formula, LossCase loss)
    {
        int count = GoldenLoss.Labels.Length;
        double[][][] outputs = [.. Enumerable.Range(0, formula.Definition.Parameters.Count(p => p.Role == FormulaRole.Outputs)).Select(o => GoldenLoss.Rows(GoldenLoss.Inputs["Outputs"][o]))];
        double[][] logits = outputs.Length == 0 ? GoldenLoss.Logits : [.. Enumerable.Range(0, count).Select(i => outputs.SelectMany(o => o[i]).ToArray())];
        LossInputs inputs = LossInputs.Random(1, count, logits[0].Length, loss.Views) with { Labels = GoldenLoss.Labels, Rows = [.. Enumerable.Range(0, count)], Blocks = loss.Blocks };
        Copy(logits, inputs.Logits[0]);
        if (loss.Views > 1) Copy(GoldenLoss.Rows(GoldenLoss.Inputs["OtherLogits"]), inputs.Logits[1]);
        foreach (FormulaRole role in loss.GivenRoles)
        {
            double[][] given = inputs.Given(role);
            Copy(GoldenLoss.Rows(GoldenLoss.Inputs[role.ToString()], isColumn: given.Length > 1 && given[0].Length == 1), given);
        }

        int learned = 0;
        foreach (FormulaParameter parameter in formula.Definition.Parameters)
        {
            if (parameter.Role == FormulaRole.Learned) inputs.Learned[learned++] = golden.Learned![parameter.Name].GetDouble();
            else if (parameter.Role == FormulaRole.Memory) Copy(GoldenLoss.Rows(golden.Kept![parameter.Name]), inputs.Memory);
            else if ((golden.Learned ?? []).Concat(golden.Kept ?? []).FirstOrDefault(k => k.Key == parameter.Name) is { Key: not null } place)
            {
                double[] numbers = [.. GoldenLoss.Rows(place.Value).SelectMany(row => row)];
                inputs.Kept["_term0" + parameter.Name] = parameter.Role == FormulaRole.ExampleMemory ? [.. numbers, .. new double[100 - numbers.Length]] : numbers;
            }
        }

        return inputs;
    }

    /// <summary>The emitted gradient by what <see cref="GoldenLoss.MovingName"/> names.</summary>
    private static double[][] Gradient(string moved, EagerFormula formula, LossCase loss, LossOutputs outputs, int classes)
    {
        if (loss.LearnedPlaces(classes).Any(place => place.Name == "_term0" + moved)) return [[.. outputs.Kept["_term0" + moved].Select(g => loss.Direction("_term0" + moved) * g)]];
        int learned = formula.Definition.Parameters.Where(p => p.Role == FormulaRole.Learned).ToList().FindIndex(p => p.Name == moved);
        if (learned >= 0) return [[outputs.LearnedGradient[learned]]];
        return moved switch
        {
            "z" => outputs.LogitsGradient[0],
            "other" => outputs.LogitsGradient[1],
            "h" => outputs.GivenGradients[FormulaRole.Embedding],
            "h2" => outputs.GivenGradients[FormulaRole.OtherEmbedding],
            _ => [.. outputs.LogitsGradient[0].Select(row => row.Skip((moved[1] - '1') * classes / loss.Blocks).Take(classes / loss.Blocks).ToArray())],
        };
    }

    private static void Copy(double[][] from, double[][] to)
    {
        for (int i = 0; i < from.Length; i++) from[i].CopyTo(to[i], 0);
    }
}
