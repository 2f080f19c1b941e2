using Recipes.Generators.Formulas;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Compares emitted losses with eager ones.</summary>
internal static class LossChecks
{
    /// <summary>Values and means to float's precision; gradients to that of a central difference in double.</summary>
    /// <param name="places">At most so many logits are moved.</param>
    /// <param name="tolerance">Of values, in parts of the larger of 1 and the greatest value. 2e-6 is some 16 units of the last place of a float.</param>
    public static void Check(LossCase loss, KernelHost host, LossInputs inputs, int places = 60, double tolerance = 2e-6, double gradientTolerance = 4e-6)
    {
        LossOutputs actual = loss.Run(host, inputs);
        var expected = loss.Eager(inputs);
        for (int t = 0; t < loss.Terms.Length; t++)
        {
            for (int i = 0; i < inputs.Count; i++)
                Near(expected.TermValues[t][i], actual.TermValues[t][i], tolerance, 1, $"term {t} of example {i}");
            Near(expected.TermMeans[t], actual.TermMeans[t], tolerance, 1, $"mean of term {t}");
        }

        Near(expected.Loss, actual.Loss, tolerance, 1, "loss");
        if (expected.Memory is not null) CheckMemory(inputs, expected.Memory, actual.Memory, tolerance);

        CheckKept(inputs, expected.Kept, actual.Kept, tolerance);

        var held = new DetachedValues();
        held.Record(() => loss.Eager(inputs).Loss);

        // The gradient of a mean is 1/Count of an example's, which is a difference of numbers up to 1.
        double size = Math.Max(1.0 / inputs.Count, actual.LogitsGradient.Max(v => v.Max(r => r.Max(Math.Abs))));
        var random = new Random(5);
        if (inputs.Count * inputs.Classes > 2000) places = Math.Min(places, 12);
        int all = inputs.Logits.Length * inputs.Count * inputs.Classes;
        IEnumerable<int> moved = all <= places ? Enumerable.Range(0, all) : Enumerable.Range(0, places).Select(_ => random.Next(all));
        foreach (int place in moved.Concat(inputs.Labels.Take(all <= places || places == 0 ? 0 : 5).Select((y, i) => (i * inputs.Classes) + y)))
        {
            int view = place / (inputs.Count * inputs.Classes), row = place / inputs.Classes % inputs.Count, column = place % inputs.Classes;
            double expectedSlope = Slope(held, loss, inputs, ref inputs.Logits[view][row][column]);
            Near(expectedSlope, actual.LogitsGradient[view][row][column], gradientTolerance, size, $"gradient by logit {column} of example {row} in view {view}");
        }

        for (int i = 0; i < inputs.Learned.Length; i++)
            if (actual.LearnedGradient[i] != 0) Near(Slope(held, loss, inputs, ref inputs.Learned[i]), actual.LearnedGradient[i], gradientTolerance, 1, $"gradient by learned number {i}");

        foreach ((string name, double[] gradient) in actual.Kept.Where(k => !expected.Kept.ContainsKey(k.Key)))
            CheckGradient(held, loss, inputs, [inputs.Kept[name]], [gradient], places, gradientTolerance, name);
        foreach ((FormulaRole role, double[][] gradient) in actual.GivenGradients)
            CheckGradient(held, loss, inputs, inputs.Given(role), gradient, places, gradientTolerance, role.ToString());
    }

    private static void CheckGradient(DetachedValues held, LossCase loss, LossInputs inputs, double[][] rows, double[][] gradient, int places, double tolerance, string name)
    {
        double size = Math.Max(1.0 / inputs.Count, gradient.Max(r => r.Max(Math.Abs)));
        var random = new Random(7);
        for (int k = 0; k < places; k++)
        {
            int row = random.Next(rows.Length), column = random.Next(rows[0].Length);
            Near(Slope(held, loss, inputs, ref rows[row][column]), gradient[row][column], tolerance, size, $"gradient by {name} at ({row}, {column})");
        }
    }

    private static void CheckKept(LossInputs inputs, Dictionary<string, double[]> expected, IReadOnlyDictionary<string, double[]> actual, double tolerance)
    {
        foreach ((string name, double[] numbers) in expected)
        {
            bool ofRows = actual[name].Length == 100 && numbers.Length == inputs.Count && inputs.Count != 100;
            for (int i = 0; i < numbers.Length; i++)
                if (!ofRows || Array.LastIndexOf(inputs.Rows, inputs.Rows[i]) == i) Near(numbers[i], actual[name][ofRows ? inputs.Rows[i] : i], tolerance, 1, $"new value {i} of {name}");
        }
    }

    /// <summary>A central difference of the eager loss, with what is stopped or kept held still.</summary>
    private static double Slope(DetachedValues held, LossCase loss, LossInputs inputs, ref double place)
    {
        double before = place, step = 1e-5 * Math.Pow(Math.Max(1, Math.Abs(before)), 0.25);
        place = before + step;
        double above = held.Replay(() => loss.Eager(inputs).Loss), high = place;
        place = before - step;
        double below = held.Replay(() => loss.Eager(inputs).Loss), low = place;
        place = before;
        return (above - below) / (high - low);
    }

    private static void CheckMemory(LossInputs inputs, double[][] expected, double[][] actual, double tolerance)
    {
        for (int i = 0; i < inputs.Count; i++)
        {
            if (Array.LastIndexOf(inputs.Rows, inputs.Rows[i]) != i) continue;
            for (int c = 0; c < inputs.Classes; c++) Near(expected[i][c], actual[inputs.Rows[i]][c], tolerance, 1, $"memory of example {i} at {c}");
        }

        foreach (int untouched in Enumerable.Range(0, 100).Except(inputs.Rows))
            for (int c = 0; c < inputs.Classes; c++) Assert.Equal(inputs.Memory[untouched][c], actual[untouched][c]);
    }

    public static void Near(double expected, double actual, double tolerance, double size, string what)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        if (expected == actual) return;
        double error = Math.Abs(expected - actual) / Math.Max(size, Math.Abs(expected));
        Assert.True(error <= tolerance, $"{what}: {actual:R}, should be {expected:R}; off by {error:E2} of {Math.Max(size, Math.Abs(expected)):G3}.");
    }
}
