using Recipes.Training;

namespace Recipes.Tests.Training;

public class EarlyStoppingTests
{
    [Fact]
    public void The_rule_counts_epochs_since_the_best()
    {
        var rule = new EarlyStopping(Metric.NegativeLogLikelihood, patienceEpochs: 2);
        Assert.Equal([(false, true), (false, true), (false, false), (false, true), (false, false), (true, false)], Tell(rule, 3, 2, 2.5, 1, 1.5, 1));
        rule.Reset();
        Assert.Equal([(false, true), (false, false), (true, false)], Tell(rule, 1, 1.5, 1));
    }

    [Fact]
    public void Higher_is_better_for_accuracy()
    {
        var rule = new EarlyStopping(Metric.Accuracy, patienceEpochs: 2);
        Assert.Equal([(false, true), (false, true), (false, false), (true, false)], Tell(rule, 0.5, 0.6, 0.6, 0.4));
    }

    [Fact]
    public void An_improvement_has_to_exceed_the_minimum()
    {
        var rule = new EarlyStopping(Metric.NegativeLogLikelihood, patienceEpochs: 2, minimumDelta: 0.5);
        // 1.5 is not better than 2 by more than 0.5; 1.25 is.
        Assert.Equal([(false, true), (false, false), (false, true), (false, false), (true, false)], Tell(rule, 2, 1.5, 1.25, 1, 0.75));
    }

    [Fact]
    public void Not_a_number_is_no_improvement()
    {
        var rule = new EarlyStopping(Metric.NegativeLogLikelihood, patienceEpochs: 2);
        Assert.Equal([(false, false), (false, true), (false, false), (true, false)], Tell(rule, double.NaN, 1, double.NaN, double.NaN));
    }

    [Fact]
    public void Numbers_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(Metric.Accuracy, patienceEpochs: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(Metric.Accuracy, minimumDelta: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(Metric.Accuracy, minimumDelta: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping((Metric)99));
    }

    [Fact]
    public void The_run_stops_and_keeps_the_weights_of_the_best_epoch()
    {
        // The weights are pushed away after the second epoch, so that it stays the best.
        (TrainingResult<SoftmaxModel> result, float[][] ends) = Run(keepBest: true, averages: false);
        Assert.Equal(RunStatus.StoppedEarly, result.Status);
        Assert.Equal(2, result.Report.Record.BestEpoch);
        Assert.Equal(4, result.Report.Record.Epochs.Count);
        Assert.Equal(ends[1], result.Model.Parts.Weights.ToArray());
    }

    [Fact]
    public void The_best_weights_are_averaged_ones_if_the_recipe_averages()
    {
        (TrainingResult<SoftmaxModel> result, float[][] ends) = Run(keepBest: true, averages: true);
        int best = Assert.NotNull(result.Report.Record.BestEpoch);
        Assert.Equal(ends[best - 1], result.Model.Parts.Weights.ToArray());
    }

    [Fact]
    public void The_last_weights_can_be_kept_instead()
    {
        (TrainingResult<SoftmaxModel> result, float[][] ends) = Run(keepBest: false, averages: false);
        Assert.Equal(RunStatus.StoppedEarly, result.Status);
        Assert.Null(result.Report.Record.BestEpoch);
        Assert.Equal(ends[3], result.Model.Parts.Weights.ToArray());
    }

    [Fact]
    public void Without_a_rule_all_epochs_are_run_and_the_last_weights_are_kept()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe { Epochs = 5 }.Trainer();
        TrainingResult<SoftmaxModel> result = trainer.Run();
        Assert.Equal((RunStatus.Completed, null), (result.Status, result.Report.Record.BestEpoch));
        Assert.Equal(5, result.Report.Record.Epochs.Count);
        Assert.Equal(trainer.Weights.ToArray(), result.Model.Parts.Weights.ToArray());
    }

    private static (TrainingResult<SoftmaxModel> Result, float[][] WeightsAtEpochEnds) Run(bool keepBest, bool averages)
    {
        var recipe = new SoftmaxRecipe
        {
            Epochs = 9, Averages = averages, LearningRate = 0.02, StoppingRule = () => new EarlyStopping(Metric.NegativeLogLikelihood, patienceEpochs: 2),
        };
        var ends = new List<float[]>();
        SoftmaxTrainer? trainer = null;
        var log = new ProgressLog(progress =>
        {
            if (progress.EndsEpoch) ends.Add((averages ? trainer!.Averaged : trainer!.Weights).ToArray());
        });
        using (trainer = recipe.Trainer(options: new TrainingOptions { Progress = log, KeepBest = keepBest }))
        {
            trainer.Computed = t =>
            {
                if (t.StepCount >= 6) t.Weights[0] += 5;
            };
            return (trainer.Run(), [.. ends]);
        }
    }

    private static (bool Stop, bool Improved)[] Tell(EarlyStopping rule, params double[] values)
    {
        var told = new (bool, bool)[values.Length];
        for (int e = 0; e < values.Length; e++) told[e] = (rule.Observe(e + 1, values[e], out bool improved), improved);
        return told;
    }
}
