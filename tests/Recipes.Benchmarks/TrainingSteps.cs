using Recipes.Training;

namespace Recipes.Benchmarks;

/// <summary>W1 to W4: one training step, the draw of its batch included. W9: training on digits from the first step to the tested model.</summary>
internal static class TrainingSteps
{
    public static void Measure(Benchmark benchmark)
    {
        Steps<SmallNetwork.Trainer>(benchmark, "W1", 4096, 64, (s, o) => new(s, o), t => t.Step());
        Steps<WideNetwork.Trainer>(benchmark, "W2", 4096, 784, (s, o) => new(s, o), t => t.Step());
        Steps<DeepNetwork.Trainer>(benchmark, "W3", 4096, 784, (s, o) => new(s, o), t => t.Step());
        Steps<ConvolutionalNetwork.Trainer>(benchmark, "W4", 2048, 784, (s, o) => new(s, o), t => t.Step());
        Training(benchmark);
    }

    private static void Steps<TTrainer>(Benchmark benchmark, string workload, int rows, int features, Func<Splits, TrainingOptions, TTrainer> create, Action<TTrainer> step)
        where TTrainer : TrainerBase, IDisposable
    {
        if (!benchmark.Includes(workload)) return;
        var random = new Random(1);
        Dataset data = Dataset.FromArrays(
            [.. Enumerable.Range(0, rows * features).Select(_ => (float)Normal(random))], [.. Enumerable.Range(0, rows).Select(_ => random.Next(10))],
            classes: [.. Enumerable.Range(0, 10).Select(c => $"class {c}")]);
        foreach (int threads in benchmark.Threads)
        {
            using TTrainer trainer = create(new Splits(train: data), new TrainingOptions { Threads = threads });
            benchmark.Seconds(workload, threads, "step", 1e3, "ms", () => step(trainer));
            _ = GC.GetAllocatedBytesForCurrentThread();
            step(trainer);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++) step(trainer);
            Benchmark.Print(workload, threads, "allocated per step", "bytes", [(GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0]);
        }
    }

    /// <summary>Three quarters of the digits train, the last quarter is the test split; nothing else.</summary>
    private static void Training(Benchmark benchmark)
    {
        if (!benchmark.Includes("W9")) return;
        Dataset digits = Dataset.FromCsv(Path.Combine(AppContext.BaseDirectory, "digits.csv"), label: "digit");
        foreach (int threads in benchmark.Threads)
        {
            int seed = 0;
            var accuracies = new List<double>();
            benchmark.Seconds("W9", threads, "training", 1, "s", () =>
            {
                Splits splits = digits.Split(train: .75, validation: 0, calibration: 0, test: .25, seed: seed++, stratify: true);
                accuracies.Add(ThirtyEpochs.Train(splits, new TrainingOptions { Threads = threads }).Test!.Accuracy);
            });
            Benchmark.Print("W9", threads, "test accuracy", "fraction", [.. accuracies]);
        }
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
