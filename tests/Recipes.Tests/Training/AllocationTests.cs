using Recipes.Tests.Data;

namespace Recipes.Tests.Training;

[Collection(QuietCollection.Name)]
public sealed class AllocationTests
{
    private const int Steps = 1000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_thousand_steps_over_epoch_ends_allocate_nothing_in_the_whole_process(int threads)
    {
        var log = new ProgressLog();
        Measure(new TrainingOptions { Threads = threads, Progress = log });
        Assert.True(log.EpochEnds > Steps / 3);
    }

    [Fact]
    public void Metrics_files_are_written_without_allocating()
    {
        using var folder = new TemporaryFolder();
        // Checkpoints are files that are opened and renamed, which .NET cannot do without allocating.
        Measure(new TrainingOptions { Threads = 1, RunDirectory = folder.File("run"), CheckpointEveryEpochs = 0 });
    }

    private static void Measure(TrainingOptions options)
    {
        var recipe = new SoftmaxRecipe
        {
            Epochs = 4000, Averages = true,
            StoppingRule = () => new EarlyStopping(Metric.Accuracy, patienceEpochs: 4000),
            Ramps = [new Recipes.Training.RampInfo(SoftmaxRecipe.PenaltyKnob, 0, 1, 0, 1)],
        };
        using SoftmaxTrainer trainer = recipe.Trainer(options: options);
        for (int s = 0; s < 500; s++) trainer.Step();

        // The test runner's own threads may allocate at any time; what a step allocates would show in every attempt.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int s = 0; s < Steps; s++) trainer.Step();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }
        Assert.Equal(0, least);
    }
}
