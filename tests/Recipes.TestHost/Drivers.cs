using System.Diagnostics;
using System.Security.Cryptography;
using Recipes.Training;

namespace Recipes.TestHost;

/// <summary>What the commands do with a recipe.</summary>
public interface IDriver
{
    /// <summary>Trains to the end and returns the status.</summary>
    string Train(Splits splits, string directory, int threads);
    /// <summary>A hash of the saved model after so many steps, and the tasks that each thread ran.</summary>
    string Hash(Splits splits, int threads, int steps);
    /// <summary>Bytes allocated by the whole process over so many steps, with a listener attached.</summary>
    long Allocations(Splits splits, int threads, int steps);
}

/// <summary>The recipes of this project by name.</summary>
public static class Drivers
{
    public static IDriver Find(string recipe) => recipe switch
    {
        nameof(Wide) => new Driver<Wide.Model, TestMetrics, TrainingResult<Wide.Model>>((s, o) => new Wide.Trainer(s, o), trainer => _ = ((Wide.Trainer)trainer).Step()),
        nameof(SmallDigits) => new Driver<SmallDigits.Model, TestMetrics, TrainingResult<SmallDigits.Model>>((s, o) => new SmallDigits.Trainer(s, o), trainer => _ = ((SmallDigits.Trainer)trainer).Step()),
        nameof(LatentWeights) => new Driver<LatentWeights.Model, TestMetrics, TrainingResult<LatentWeights.Model>>((s, o) => new LatentWeights.Trainer(s, o), trainer => _ = ((LatentWeights.Trainer)trainer).Step()),
        nameof(Specimens) => new Driver<Specimens.Model, TestMetrics, TrainingResult<Specimens.Model>>((s, o) => new Specimens.Trainer(s, o), trainer => _ = ((Specimens.Trainer)trainer).Step()),
        nameof(Endurance) => new Driver<Endurance.Model, TestMetrics, TrainingResult<Endurance.Model>>((s, o) => new Endurance.Trainer(s, o), trainer => _ = ((Endurance.Trainer)trainer).Step()),
        nameof(Learning) => new Driver<Learning.Model, TestMetrics, TrainingResult<Learning.Model>>((s, o) => new Learning.Trainer(s, o), trainer => _ = ((Learning.Trainer)trainer).Step()),
        nameof(Given) => new Driver<Given.Model, TestMetrics, TrainingResult<Given.Model>>((s, o) => new Given.Trainer(s, o), trainer => _ = ((Given.Trainer)trainer).Step()),
        nameof(Ink) => new Driver<Ink.Model, RegressionMetrics, RegressionResult<Ink.Model>>((s, o) => new Ink.Trainer(s, o), trainer => _ = ((Ink.Trainer)trainer).Step()),
        nameof(Strokes) => new Driver<Strokes.Model, MultiLabelMetrics, MultiLabelResult<Strokes.Model>>((s, o) => new Strokes.Trainer(s, o), trainer => _ = ((Strokes.Trainer)trainer).Step()),
        nameof(EnduranceOfInputs) => new Driver<EnduranceOfInputs.Model, TestMetrics, TrainingResult<EnduranceOfInputs.Model>>((s, o) => new EnduranceOfInputs.Trainer(s, o), trainer => _ = ((EnduranceOfInputs.Trainer)trainer).Step()),
        nameof(EnduranceOfTargets) => new Driver<EnduranceOfTargets.Model, RegressionMetrics, RegressionResult<EnduranceOfTargets.Model>>((s, o) => new EnduranceOfTargets.Trainer(s, o), trainer => _ = ((EnduranceOfTargets.Trainer)trainer).Step()),
        nameof(EnduranceOfLabels) => new Driver<EnduranceOfLabels.Model, MultiLabelMetrics, MultiLabelResult<EnduranceOfLabels.Model>>((s, o) => new EnduranceOfLabels.Trainer(s, o), trainer => _ = ((EnduranceOfLabels.Trainer)trainer).Step()),
        nameof(Images) => new Driver<Images.Model, TestMetrics, TrainingResult<Images.Model>>((s, o) => new Images.Trainer(s, o), trainer => _ = ((Images.Trainer)trainer).Step()),
        nameof(EnduranceOfSequences) => new Driver<EnduranceOfSequences.Model, TestMetrics, TrainingResult<EnduranceOfSequences.Model>>((s, o) => new EnduranceOfSequences.Trainer(s, o), trainer => _ = ((EnduranceOfSequences.Trainer)trainer).Step()),
        _ => throw new ArgumentException($"There is no recipe '{recipe}'.", nameof(recipe)),
    };
}

internal sealed class Driver<TModel, TTest, TResult>(Func<Splits, TrainingOptions, Trainer<TModel, TResult>> create, Action<Trainer<TModel, TResult>> step) : IDriver
    where TModel : TrainedModel
    where TTest : class
    where TResult : TrainingResult<TModel, TTest>
{
    public string Train(Splits splits, string directory, int threads)
    {
        using Trainer<TModel, TResult> trainer = create(splits, new TrainingOptions
        {
            Threads = threads, RunDirectory = directory, Resume = ResumeMode.IfPresent, CheckpointEverySteps = 3, NoiseTransition = Columns.Transition,
        });
        return trainer.Run().Status.ToString();
    }

    public string Hash(Splits splits, int threads, int steps)
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".checkpoint");
        using Trainer<TModel, TResult> trainer = create(splits, new TrainingOptions { Threads = threads, NoiseTransition = Columns.Transition });
        for (int i = 0; i < steps; i++) step(trainer);
        try
        {
            trainer.Finish().Model.Save(path);
            string tasks = string.Join(' ', Enumerable.Range(0, threads).Select(trainer.Workers.TasksRunBy));
            return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))) + " " + tasks;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public long Allocations(Splits splits, int threads, int steps)
    {
        var listener = new Listener();
        using Trainer<TModel, TResult> trainer = create(splits, new TrainingOptions { Threads = threads, Progress = listener, NoiseTransition = Columns.Transition });
        // Everything that is made once is made by now: an epoch's end, an evaluation, a report between epochs (about ten a second).
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < steps || clock.ElapsedMilliseconds < 500; i++) step(trainer);
        // What a collection leaves to the finalizer thread (reading's file handles, array pools) is not the steps' doing.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        int reports = listener.Reports;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < steps; i++) step(trainer);
        long after = GC.GetTotalAllocatedBytes(precise: true);
        if (listener.Reports == reports) throw new InvalidOperationException("The listener was told nothing.");
        return after - before;
    }

    private sealed class Listener : IProgress<TrainingProgress>
    {
        public int Reports { get; private set; }

        public void Report(TrainingProgress value) => Reports++;
    }
}
