namespace Recipes.Samples;

/// <summary>The same recipe over several seeds of split and run: what one run cannot tell.</summary>
internal static class Spread
{
    public static int Run(Dataset digits, IReadOnlyList<int> seeds, CommandLine options, CancellationToken cancellation)
    {
        Console.WriteLine("seed  accuracy     nll before → after     ece before → after   coverage  set size   empty");
        var accuracy = new List<double>();
        var nllBefore = new List<double>();
        var nllAfter = new List<double>();
        var eceBefore = new List<double>();
        var eceAfter = new List<double>();
        var coverage = new List<double>();
        var empty = new List<double>();
        foreach (int seed in seeds)
        {
            TrainingResult<Digits.Model> run = Digits.Train(
                SingleRun.Split(digits, seed), new TrainingOptions { Threads = options.Threads, Seed = seed }, cancellation);
            if (run.Status == RunStatus.Cancelled) return 130;
            if (run.Status == RunStatus.Diverged)
            {
                Console.Error.WriteLine(run.Failure!.Message);
                return 1;
            }

            TestMetrics test = run.Test;
            accuracy.Add(test.Accuracy);
            nllBefore.Add(test.Before.NegativeLogLikelihood);
            nllAfter.Add(test.After.NegativeLogLikelihood);
            eceBefore.Add(test.Before.ExpectedCalibrationError);
            eceAfter.Add(test.After.ExpectedCalibrationError);
            coverage.Add(test.Conformal!.Coverage);
            empty.Add(test.Conformal.EmptyShare);
            Console.WriteLine(
                $"{seed,4}  {test.Accuracy,8:P2}  {nllBefore[^1],9:F4} → {nllAfter[^1],-9:F4}  {eceBefore[^1],9:F4} → {eceAfter[^1],-9:F4}" +
                $"{coverage[^1],9:P1}  {test.Conformal.MeanSetSize,8:F2}  {empty[^1],6:P1}");
        }
        Console.WriteLine(
            $"mean  {accuracy.Average(),8:P2}  {nllBefore.Average(),9:F4} → {nllAfter.Average(),-9:F4}  {eceBefore.Average(),9:F4} → {eceAfter.Average(),-9:F4}" +
            $"{coverage.Average(),9:P1}  {"",8}  {empty.Average(),6:P1}");
        Console.WriteLine($"least accuracy {accuracy.Min():P2}");
        return 0;
    }
}
