using System.Diagnostics;

namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>What came of a check.</summary>
/// <param name="Name">The check's name.</param>
/// <param name="Check">The check.</param>
/// <param name="Baseline">The baseline's measure per seed.</param>
/// <param name="Treated">The technique's measure per seed.</param>
/// <param name="Gain">The paired differences, positive where the technique is better.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Chosen">How often validation chose each setting, of the baseline and of the technique: a grid whose end is chosen most is too narrow.</param>
/// <param name="Seconds">Seconds of training and evaluation, summed over threads.</param>
internal sealed record CheckResult(
    string Name, ToyCheck Check, IReadOnlyList<double> Baseline, IReadOnlyList<double> Treated, PairedInterval Gain, Verdict Verdict,
    (IReadOnlyList<int> Baseline, IReadOnlyList<int> Treated) Chosen, double Seconds);

/// <summary>Runs checks: for every seed both arms are tuned on validation rows, and the chosen models meet the test rows.</summary>
internal static class Runner
{
    /// <summary>Far from the seeds of the checks themselves.</summary>
    private const int TwinSeeds = 1_000_000;

    /// <summary>Runs a check on the seeds 0, 1, …; the result does not depend on the number of threads.</summary>
    public static CheckResult Run(string name, ToyCheck check, int seeds, int threads)
    {
        check.CheckBudget();
        var baseline = new double[seeds];
        var treated = new double[seeds];
        int[] baselineChoices = new int[check.Baseline.Settings.Count], treatedChoices = new int[check.Treated.Settings.Count];
        long ticks = 0;
        Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = threads }, seed =>
        {
            long start = Stopwatch.GetTimestamp();
            ToyData data = check.Problem.Make(seed);
            baseline[seed] = Tuned(name, check, check.Baseline, data, seed, baselineChoices);
            treated[seed] = Tuned(name, check, check.Treated, data, seed, treatedChoices);
            Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - start);
        });
        PairedInterval gain = PairedInterval.Of([.. baseline.Zip(treated, check.Claim.Measure.Gain)]);
        return new(name, check, baseline, treated, gain, check.Claim.Judge(gain), (baselineChoices, treatedChoices), ticks / (double)Stopwatch.Frequency);
    }

    /// <summary>The measure of the model that validation rows choose among the arm's settings; the first of equals.</summary>
    private static double Tuned(string name, ToyCheck check, Arm arm, ToyData data, int seed, int[] choices)
    {
        Evaluation? best = null;
        int chosen = 0;
        double bestScore = double.NaN;
        for (int i = 0; i < arm.Settings.Count; i++)
        {
            Setting setting = arm.Settings[i];
            // A run that diverged is never chosen.
            if (arm.Train(data, setting, seed) is not { } model) continue;
            var evaluation = new Evaluation(model, data, () => arm.Train(data, setting, seed + TwinSeeds));
            double score = check.Selection.Of(evaluation);
            if (best is not null && !(check.Selection.Gain(bestScore, score) > 0)) continue;
            best = evaluation;
            bestScore = score;
            chosen = i;
        }
        if (best is null) throw new InvalidOperationException($"{name}: every setting of {arm.Recipe.Name} diverged with seed {seed}.");
        Interlocked.Increment(ref choices[chosen]);
        return check.Claim.Measure.Of(best);
    }
}
