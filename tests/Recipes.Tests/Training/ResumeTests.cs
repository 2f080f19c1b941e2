using System.Globalization;
using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Training;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // 9 steps in 3 epochs, with everything that a checkpoint can hold: averages, a memory, best weights, ramps.
    private static readonly SoftmaxRecipe s_recipe = new()
    {
        Averages = true,
        StoppingRule = () => new EarlyStopping(Metric.NegativeLogLikelihood, patienceEpochs: 3),
        Ramps = [new RampInfo(SoftmaxRecipe.PenaltyKnob, 0, 0.1, 0.1, 0.9)],
    };

    public static TheoryData<int> EveryStep => [.. Enumerable.Range(0, 10)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void A_run_that_is_loaded_goes_on_byte_for_byte(int offset)
    {
        using SoftmaxTrainer whole = s_recipe.Trainer();
        using SoftmaxTrainer first = s_recipe.Trainer();
        for (int s = 0; s < offset; s++)
        {
            whole.Step();
            first.Step();
        }
        string file = _folder.File("checkpoint");
        first.Save(file);

        // The second trainer has its own state, all of which has to go.
        using SoftmaxTrainer second = s_recipe.Trainer();
        for (int s = 0; s < (offset + 4) % 9; s++) second.Step();
        second.Load(file);
        Assert.Equal(first.State(), second.State());
        Assert.Equal(offset, second.StepCount);
        Assert.Equal(first.KnobValue(SoftmaxRecipe.PenaltyKnob), second.KnobValue(SoftmaxRecipe.PenaltyKnob));
        Assert.Equal(first.Evaluate(Split.Train), second.Evaluate(Split.Train));
        while (!whole.IsOver)
        {
            whole.Step();
            second.Step();
            Assert.Equal(whole.State(), second.State());
            Assert.Equal(whole.StepLoss, second.StepLoss);
            Assert.Equal(whole.StepLearningRate, second.StepLearningRate);
        }
        AssertSame(whole.Finish(), second.Finish());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(9)]
    public void A_run_cancelled_again_and_again_ends_as_one_that_was_not(int stepsBetween)
    {
        using SoftmaxTrainer whole = s_recipe.Trainer(options: new TrainingOptions { RunDirectory = _folder.File("whole") });
        TrainingResult<SoftmaxModel> expected = whole.Run();

        TrainingResult<SoftmaxModel>? result = null;
        int runs = 0;
        for (; result is null || result.Status == RunStatus.Cancelled; runs++)
        {
            using var cancellation = new CancellationTokenSource();
            int steps = 0;
            using SoftmaxTrainer part = s_recipe.Trainer(options: Options("parts", ResumeMode.IfPresent));
            part.Computed = _ =>
            {
                if (++steps == stepsBetween) cancellation.Cancel();
            };
            result = part.Run(cancellation.Token);
        }
        Assert.True(runs >= 9 / stepsBetween);
        AssertSame(expected, result);
        Assert.Equal(File.ReadAllText(_folder.File("whole/metrics.csv")), File.ReadAllText(_folder.File("parts/metrics.csv")));
    }

    [Fact]
    public void Cancelling_ends_the_step_and_leaves_a_checkpoint()
    {
        using var cancellation = new CancellationTokenSource();
        using SoftmaxTrainer trainer = s_recipe.Trainer(options: Options("run", ResumeMode.Never));
        trainer.Computed = t =>
        {
            if (t.StepCount == 4) cancellation.Cancel();
        };
        TrainingResult<SoftmaxModel> result = trainer.Run(cancellation.Token);
        Assert.Equal(RunStatus.Cancelled, result.Status);
        Assert.Equal(5, trainer.StepCount);
        Assert.Equal(_folder.File("run/checkpoint"), result.Checkpoint);
        var e = Assert.Throws<InvalidOperationException>(() => result.Model);
        Assert.Contains($"It can be resumed from '{result.Checkpoint}'", e.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => result.Test);
        Assert.Equal("Cancelled", result.Report.Record.Status);
        Assert.Single(result.Report.Record.Epochs);
        trainer.Dispose();

        using SoftmaxTrainer again = s_recipe.Trainer(options: Options("run", ResumeMode.Required));
        Assert.Equal(5, again.StepCount);
        Assert.Equal(1, again.Epoch);
    }

    [Fact]
    public void Cancelling_without_a_run_directory_keeps_nothing()
    {
        using SoftmaxTrainer trainer = s_recipe.Trainer();
        TrainingResult<SoftmaxModel> result = trainer.Run(new CancellationToken(canceled: true));
        Assert.Equal((RunStatus.Cancelled, null), (result.Status, result.Checkpoint));
        Assert.Equal(0, trainer.StepCount);
    }

    [Fact]
    public void A_finished_run_can_be_resumed_and_gives_the_same_result()
    {
        TrainingResult<SoftmaxModel> first, second;
        using (SoftmaxTrainer trainer = s_recipe.Trainer(options: Options("run", ResumeMode.IfPresent))) first = trainer.Run();
        using (SoftmaxTrainer trainer = s_recipe.Trainer(options: Options("run", ResumeMode.IfPresent)))
        {
            Assert.True(trainer.IsOver);
            second = trainer.Run();
        }
        AssertSame(first, second);
    }

    [Fact]
    public void Resuming_needs_a_checkpoint_when_it_is_required()
    {
        var e = Assert.Throws<FileNotFoundException>(() => s_recipe.Trainer(options: Options("run", ResumeMode.Required)));
        Assert.Contains("no checkpoint to resume from", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => s_recipe.Trainer(options: new TrainingOptions { Resume = ResumeMode.Required }));
    }

    [Fact]
    public void Without_resume_a_run_starts_anew_and_replaces_what_was_there()
    {
        using (SoftmaxTrainer trainer = s_recipe.Trainer(options: Options("run", ResumeMode.Never))) trainer.Run();
        string metrics = File.ReadAllText(_folder.File("run/metrics.csv"));
        using (SoftmaxTrainer trainer = s_recipe.Trainer(options: Options("run", ResumeMode.Never)))
        {
            Assert.Equal(0, trainer.StepCount);
            Assert.False(File.Exists(_folder.File("run/checkpoint")));
            Assert.Single(File.ReadAllLines(_folder.File("run/metrics.csv")));
            trainer.Run();
        }
        Assert.Equal(metrics, File.ReadAllText(_folder.File("run/metrics.csv")));
    }

    [Fact]
    public void A_checkpoint_that_is_refused_is_kept_with_all_that_lies_beside_it()
    {
        using (SoftmaxTrainer trainer = s_recipe.Trainer(options: Options("run", ResumeMode.Never))) trainer.Run();
        Dictionary<string, byte[]> before = Files();
        SoftmaxRecipe changed = s_recipe with { BatchSize = 8 };
        Assert.Throws<InvalidCheckpointException>(() => changed.Trainer(options: Options("run", ResumeMode.IfPresent)));
        Assert.Equal(before, Files());

        string checkpoint = _folder.File("run/checkpoint");
        File.WriteAllBytes(checkpoint, before[checkpoint][..^1]);
        before = Files();
        Assert.Throws<InvalidCheckpointException>(() => s_recipe.Trainer(options: Options("run", ResumeMode.Required)));
        Assert.Equal(before, Files());

        Dictionary<string, byte[]> Files() => Directory.GetFiles(_folder.File("run")).ToDictionary(file => file, File.ReadAllBytes);
    }

    [Fact]
    public void A_run_that_stopped_early_stays_stopped()
    {
        // Accuracy cannot rise by 1, so the second and third epochs improve nothing on the first.
        SoftmaxRecipe recipe = s_recipe with { Epochs = 9, StoppingRule = () => new EarlyStopping(Metric.Accuracy, patienceEpochs: 2, minimumDelta: 1) };
        using (SoftmaxTrainer trainer = recipe.Trainer(options: Options("run", ResumeMode.IfPresent)))
            Assert.Equal(RunStatus.StoppedEarly, trainer.Run().Status);
        using SoftmaxTrainer again = recipe.Trainer(options: Options("run", ResumeMode.IfPresent));
        Assert.Equal(3, again.Epoch);
        TrainingResult<SoftmaxModel> result = again.Run();
        Assert.Equal((RunStatus.StoppedEarly, 1), (result.Status, result.Report.Record.BestEpoch));
    }

    private TrainingOptions Options(string directory, ResumeMode resume) =>
        new() { RunDirectory = _folder.File(directory), Resume = resume, Threads = 1 };

    private static void AssertSame(TrainingResult<SoftmaxModel> expected, TrainingResult<SoftmaxModel> actual)
    {
        Assert.Equal(expected.Status, actual.Status);
        Assert.Equal(expected.Model.Parts.Weights.ToArray(), actual.Model.Parts.Weights.ToArray());
        Assert.Equal(expected.Test.After.Summary, actual.Test.After.Summary);
        RunRecord left = expected.Report.Record, right = actual.Report.Record;
        Assert.Equal(left.BestEpoch, right.BestEpoch);
        Assert.Equal(left.DrawCounts, right.DrawCounts);
        Assert.Equal(left.Epochs.Select(Text), right.Epochs.Select(Text));
    }

    private static string Text(EpochRecord epoch) => string.Create(
        CultureInfo.InvariantCulture,
        $"{epoch.Epoch} {epoch.Loss:R} {string.Join(' ', epoch.TermMeans)} {epoch.LearningRate:R} {epoch.GradientNorm:R} {epoch.Validation}");
}
