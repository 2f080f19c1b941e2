namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>What an emitted formula is held to.</summary>
internal static class ProofChecks
{
    /// <summary>
    /// Values may be off by so many units of the last place of the greatest number that goes in or comes out: a unit for the rounding of
    /// each of some tens of operations and sums.
    /// </summary>
    public const double ValueUnits = 16;

    /// <summary>The same for gradients, of the greatest number of the gradient: a derivative has some more operations.</summary>
    public const double GradientUnits = 32;

    /// <summary>At most so many numbers of each array are moved.</summary>
    private const int Places = 12;

    /// <summary>Values are the eager ones, within <see cref="ValueUnits"/>.</summary>
    public static void ValuesAgree(ProofTrial trial, string what)
    {
        double[] expected = trial.Eager();
        double[] actual = trial.Run().Values;
        Assert.Equal(expected.Length, actual.Length);
        double input = trial.Movable.SelectMany(m => m.Numbers).Append(1).Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(expected[i] - actual[i]) / (trial.Unit * Math.Max(input, Math.Abs(expected[i])));
            Assert.True(error <= ValueUnits, $"{what}: value {i} is {actual[i]:R}, should be {expected[i]:R}; off by {error:F1} units of {Math.Max(input, Math.Abs(expected[i])):G3}.");
        }
    }

    /// <summary>Gradients are the central differences of the eager run in double, with detached values held still, away from kinks.</summary>
    public static void GradientsAgree(ProofTrial trial, string what)
    {
        if (trial.Movable.Count == 0) return;
        double[][] gradients = trial.Run().Gradients;
        Assert.Equal(trial.Movable.Count, gradients.Length);
        var held = new DetachedValues();
        double middle = held.Record(trial.Objective);
        int kinks = 0, smooth = 0;
        foreach (int[] places in Choose(trial))
        {
            double size = places.Length == 0 ? 1 : Math.Max(trial.Weight, places.Max(p => gradients[p / Stride].Max(Math.Abs)));
            foreach (int place in places)
            {
                (int array, int index) = (place / Stride, place % Stride);
                (double slope, bool isSmooth) = Slope(held, trial, ref trial.Movable[array].Numbers[index], middle, size);
                if (!isSmooth) kinks++;
                else
                {
                    smooth++;
                    double actual = gradients[array][index];
                    double error = Math.Abs(slope - actual) / (trial.Unit * Math.Max(size, Math.Abs(slope)));
                    Assert.True(error <= GradientUnits, $"{what}: gradient by number {index} of {trial.Movable[array].Name} is {actual:R}, should be {slope:R}; off by {error:F1} units of {size:G3}.");
                }
            }
        }

        Assert.True(smooth > kinks, $"{what}: of {smooth + kinks} places {kinks} are at a kink.");
    }

    /// <summary>What is not finite; null if all is.</summary>
    public static string? Infinite(ProofTrial trial)
    {
        if (!Array.TrueForAll(trial.Eager(), double.IsFinite)) return "the eager value";
        (double[] values, double[][] gradients) = trial.Run();
        if (!Array.TrueForAll(values, double.IsFinite)) return "the value";
        for (int i = 0; i < gradients.Length; i++)
            if (!Array.TrueForAll(gradients[i], double.IsFinite)) return $"the gradient by {trial.Movable[i].Name}";
        return null;
    }

    // A place is an array and an index in it.
    private const int Stride = 1 << 12;

    /// <summary>Some places of each group of arrays whose names begin with the same word.</summary>
    private static IEnumerable<int[]> Choose(ProofTrial trial)
    {
        var random = new Random(11);
        foreach (var group in trial.Movable.Select((m, i) => (Array: i, m.Numbers, m.Name)).GroupBy(m => m.Name.Split(' ')[0]))
        {
            int[] all = [.. group.SelectMany(m => Enumerable.Range(0, m.Numbers.Length).Select(i => (m.Array * Stride) + i))];
            yield return all.Length <= Places ? all : [.. Enumerable.Range(0, Places).Select(_ => all[random.Next(all.Length)])];
        }
    }

    /// <summary>A central difference, and whether the two one-sided ones agree.</summary>
    private static (double Slope, bool IsSmooth) Slope(DetachedValues held, ProofTrial trial, ref double place, double middle, double size)
    {
        double before = place, step = 1e-5 * Math.Pow(Math.Max(1, Math.Abs(before)), 0.25);
        place = before + step;
        double above = held.Replay(trial.Objective), high = place;
        place = before - step;
        double below = held.Replay(trial.Objective), low = place;
        place = before;
        double right = (above - middle) / (high - before), left = (middle - below) / (before - low);
        // They differ by the step times the second derivative, unless there is a kink between.
        return ((above - below) / (high - low), Math.Abs(right - left) <= 1e-3 * Math.Max(size, Math.Max(Math.Abs(left), Math.Abs(right))));
    }
}
