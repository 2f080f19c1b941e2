namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>What an emitted formula is held to.</summary>
internal static class ProofChecks
{
    /// <summary>
    /// Values may be off by so many units of the last place of the greatest number that goes in or comes out, for the rounding of some
    /// tens of operations; or, where a formula is steep or takes a difference of large numbers, by so many times as much as a unit of
    /// the last place of the inputs and knobs makes, or as the eager run is off when all its numbers are floats.
    /// </summary>
    private const double ValueUnits = 16;

    /// <summary>The same for gradients, of the greatest number of the gradient: a derivative has some more operations.</summary>
    private const double GradientUnits = 32;

    /// <summary>At most so many numbers of each kind of input are moved.</summary>
    public const int Places = 12;

    // A place is an array and an index in it.
    private const int Stride = 1 << 20;

    /// <summary>Values, and what is kept, are the eager ones, within <see cref="ValueUnits"/>.</summary>
    public static void ValuesAgree(ProofTrial trial, string what)
    {
        double[] Eager() => [.. trial.Eager(), .. trial.EagerKept()];
        double[] expected = Eager();
        double[] actual = [.. trial.Run().Values, .. trial.Kept()];
        Assert.Equal(expected.Length, actual.Length);
        double greatest = trial.Movable.SelectMany(m => m.Numbers).Concat(expected).Append(1).Max(Math.Abs);
        double unit = trial.Unit * greatest, worst = expected.Zip(actual, (e, a) => Math.Abs(e - a)).Max();
        if (!(worst <= ValueUnits * unit))
            foreach (double[] near in (double[][])[.. Nudges(trial, Eager), Single(trial, Eager)]) unit = Math.Max(unit, near.Zip(expected, (n, e) => Math.Abs(n - e)).Max());
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(expected[i] - actual[i]);
            Assert.True(error <= ValueUnits * unit, $"{what}: value {i} is {actual[i]:R}, should be {expected[i]:R}; off by {error / unit:F1} units.");
        }
    }

    /// <summary>Gradients are the central differences of the eager run in double, with detached values held still, away from kinks.</summary>
    /// <param name="trial">The formula and its numbers.</param>
    /// <param name="most">At most so many numbers of each kind of input are moved.</param>
    /// <param name="what">The formula, for people.</param>
    /// <param name="isMostlySmooth">Whether most places must not be at a kink.</param>
    public static void GradientsAgree(ProofTrial trial, int most, string what, bool isMostlySmooth = true)
    {
        if (!trial.HasGradients) return;
        double[][] gradients = trial.Run().Gradients;
        Assert.Equal(trial.Movable.Count, gradients.Length);
        int kinks = 0, smooth = 0;
        foreach (int[] places in Choose(trial, most))
        {
            double size = places.Length == 0 ? 1 : Math.Max(trial.Weight, places.Max(p => gradients[p / Stride].Max(Math.Abs)));
            foreach (int place in places)
            {
                (int array, int index) = (place / Stride, place % Stride);
                (double slope, bool isSmooth, double rounding) = Slope(trial, array, index, size);
                if (!isSmooth)
                {
                    kinks++;
                    continue;
                }

                smooth++;
                double actual = gradients[array][index];
                double unit = trial.Unit * Math.Max(size, Math.Abs(slope));
                double error = Math.Max(0, Math.Abs(slope - actual) - rounding);
                if (!(error <= GradientUnits * unit)) unit = Math.Max(unit, Nudges(trial, () => Slope(trial, array, index, size).Slope).Max(n => Math.Abs(n - slope)));
                Assert.True(error <= GradientUnits * unit, $"{what}: gradient by number {index} of {trial.Movable[array].Name} is {actual:R}, should be {slope:R}; off by {error / unit:F1} units.");
            }
        }

        Assert.True(smooth > kinks || !isMostlySmooth, $"{what}: of {smooth + kinks} places {kinks} are at a kink.");
    }

    /// <summary>What is not finite; null if all is.</summary>
    public static string? Infinite(ProofTrial trial)
    {
        if (!Array.TrueForAll(trial.Eager(), double.IsFinite)) return "the eager value";
        (double[] values, double[][] gradients) = trial.Run();
        if (!Array.TrueForAll(values, double.IsFinite)) return "the value";
        for (int i = 0; i < gradients.Length; i++)
            if (!Array.TrueForAll(gradients[i], double.IsFinite)) return $"the gradient by {trial.Movable[i].Name}";
        return trial.StateAfter.All(double.IsFinite) ? null : "what is kept";
    }

    /// <summary>Some places of each group of arrays whose names begin with the same word.</summary>
    private static IEnumerable<int[]> Choose(ProofTrial trial, int most)
    {
        var random = new Random(11);
        foreach (var group in trial.Movable.Select((m, i) => (Array: i, m.Numbers, m.Name)).GroupBy(m => m.Name.Split(' ')[0]))
        {
            int[] all = [.. group.SelectMany(m => Enumerable.Range(0, m.Numbers.Length).Select(i => (m.Array * Stride) + i))];
            yield return all.Length <= most ? all : [.. Enumerable.Range(0, most).Select(_ => all[random.Next(all.Length)])];
        }
    }

    /// <summary>What is measured with inputs and knobs off by up to a unit of the last place, four times.</summary>
    private static IEnumerable<T> Nudges<T>(ProofTrial trial, Func<T> measure)
    {
        var random = new Random(13);
        double Nudged(double x) => x * (1 + (trial.Unit * ((2 * random.NextDouble()) - 1)));
        double[][] numbers = [.. trial.Movable.Select(m => m.Numbers.ToArray())];
        var knobs = new Dictionary<string, object>(trial.Knobs);
        for (int i = 0; i < 4; i++)
        {
            foreach ((double[] given, double[] present) in numbers.Zip(trial.Movable.Select(m => m.Numbers)))
                for (int k = 0; k < given.Length; k++) present[k] = Nudged(given[k]);
            foreach ((string name, object value) in knobs)
                if (value is double number) trial.Knobs[name] = Nudged(number);
            yield return measure();
        }

        foreach ((double[] given, double[] present) in numbers.Zip(trial.Movable.Select(m => m.Numbers))) given.CopyTo(present, 0);
        foreach ((string name, object value) in knobs) trial.Knobs[name] = value;
    }

    private static double[] Single(ProofTrial trial, Func<double[]> eager)
    {
        try
        {
            Values.RoundsToSingle = trial.Unit > 1e-10;
            return eager();
        }
        finally
        {
            Values.RoundsToSingle = false;
        }
    }

    /// <summary>A central difference, whether the two one-sided ones agree, and what the rounding of the objective makes of it.</summary>
    private static (double Slope, bool IsSmooth, double Rounding) Slope(ProofTrial trial, int array, int index, double size)
    {
        var held = new DetachedValues();
        double middle = held.Record(trial.Objective);
        double[] numbers = trial.Movable[array].Numbers;
        double before = numbers[index], step = 1e-5 * Math.Pow(Math.Max(1, Math.Abs(before)), 0.25);
        // A sum of some hundreds of numbers is off by some units of the last place of a double.
        double rounding = 8 * Math.Abs(middle) / (1L << 52) / step;
        (double slope, double jump) = Differences(step);
        if (jump <= 1e-3 * Math.Max(size, Math.Abs(slope))) return (slope, true, rounding);
        // With the step a curve's difference of the two goes to 0, that of a kink does not.
        (double nearer, double rest) = Differences(step / 16);
        return (nearer, rest < jump / 8, 16 * rounding);

        (double Central, double Jump) Differences(double by)
        {
            numbers[index] = before + by;
            double above = held.Replay(trial.Objective), high = numbers[index];
            numbers[index] = before - by;
            double below = held.Replay(trial.Objective), low = numbers[index];
            numbers[index] = before;
            return ((above - below) / (high - low), Math.Abs(((above - middle) / (high - before)) - ((middle - below) / (before - low))));
        }
    }
}
