using Recipes.Training;

namespace Recipes.Tests.Training;

public class EpochTests
{
    [Fact]
    public void The_epochs_loss_is_the_sum_over_rows_not_the_mean_of_batch_means()
    {
        var log = new ProgressLog();
        using SoftmaxTrainer trainer = new SoftmaxRecipe { Epochs = 1 }.Trainer(options: new TrainingOptions { Progress = log });
        double[] losses = [1, 2, 30];
        int step = 0;
        trainer.Computed = t => t.StepLoss = losses[step++];
        while (!trainer.IsOver) trainer.Step();
        Assert.Equal((16 * 1 + 16 * 2 + 5 * 30) / 37.0, log.Last.Loss, 12);
        Assert.Equal(log.Last.Loss, trainer.Finish().Report.Record.Epochs[0].Loss);
    }

    [Fact]
    public void A_terms_mean_is_over_the_steps_in_which_it_acts()
    {
        var recipe = new SoftmaxRecipe { Epochs = 2, Penalty = new TermInfo("Penalty", SoftmaxRecipe.PenaltyKnob, Every: 2, Until: 0.4) };
        using SoftmaxTrainer trainer = recipe.Trainer();
        var means = new List<double>();
        trainer.Computed = t => means.Add(t.Means[1]);
        IReadOnlyList<EpochRecord> epochs = trainer.Run().Report.Record.Epochs;
        // Steps 0 and 2 of the first epoch, with 16 and 5 rows; none of the second.
        Assert.Equal((means[0] * 16 + means[2] * 5) / 21, epochs[0].TermMeans[1], 12);
        Assert.Equal(double.NaN, epochs[1].TermMeans[1]);
    }

    [Fact]
    public void Progress_is_told_at_every_epochs_end_and_is_complete()
    {
        var log = new ProgressLog();
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(options: new TrainingOptions { Progress = log });
        trainer.Run();
        Assert.Equal(3, log.EpochEnds);
        TrainingProgress last = log.Last;
        Assert.Equal((3, 3, 9L, 9L, true), (last.Epoch, last.Epochs, last.Step, last.Steps, last.EndsEpoch));
        Assert.Equal(TimeSpan.Zero, last.Remaining);
        Assert.True(last.RowsPerSecond > 0);
        Assert.Equal(20, last.Validation!.Value.Count);
        Assert.Equal(0.1 * (1 - 0.5 * (8 / 9.0)), last.LearningRate, 12);
    }

    [Fact]
    public void Draws_are_counted_per_class()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        RunRecord record = trainer.Run().Report.Record;
        Assert.Equal([13, 12, 12], record.ClassCounts);
        // The uniform sampler draws every row once in each of three epochs.
        Assert.Equal([39, 36, 36], record.DrawCounts);
    }

    [Fact]
    public void Averaged_weights_are_evaluated_and_kept()
    {
        using SoftmaxTrainer averaging = new SoftmaxRecipe { Averages = true }.Trainer();
        using SoftmaxTrainer plain = new SoftmaxRecipe().Trainer();
        for (int s = 0; s < 4; s++)
        {
            averaging.Step();
            plain.Step();
        }
        Assert.Equal(plain.Weights.ToArray(), averaging.Weights.ToArray());
        EvaluationSummary ofAverages = averaging.Evaluate(Split.Validation);
        Assert.NotEqual(plain.Evaluate(Split.Validation), ofAverages);
        float[] averages = averaging.Averaged.ToArray();
        averages.CopyTo(plain.Weights);
        Assert.Equal(plain.Evaluate(Split.Validation), ofAverages);
        Assert.Equal(averages, averaging.Finish().Model.Parts.Weights.ToArray());
    }

    [Fact]
    public void Averages_start_at_the_first_weights()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe { Averages = true }.Trainer();
        Assert.Equal(trainer.Weights.ToArray(), trainer.Averaged.ToArray());
        Assert.NotEqual(0, trainer.Weights[0]);
    }

    [Fact]
    public void The_test_split_is_not_open_while_training()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        var e = Assert.Throws<InvalidOperationException>(() => trainer.Evaluate(Split.Test));
        Assert.Contains("opened once, by Finish()", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Splits_without_rows_cannot_be_evaluated()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(new Splits(Blobs.Rows(37, 1)));
        Assert.Throws<InvalidOperationException>(() => trainer.Evaluate(Split.Validation));
        Assert.Throws<InvalidOperationException>(() => trainer.Evaluate(Split.Calibration));
        Assert.Equal(37, trainer.Evaluate(Split.Train).Count);
        TrainingResult<SoftmaxModel> result = trainer.Run();
        Assert.Equal(RunStatus.Completed, result.Status);
        Assert.All(result.Report.Record.Epochs, epoch => Assert.Null(epoch.Validation));
        var e = Assert.Throws<InvalidOperationException>(() => result.Test);
        Assert.Contains("no test rows", e.Message, StringComparison.Ordinal);
    }
}
