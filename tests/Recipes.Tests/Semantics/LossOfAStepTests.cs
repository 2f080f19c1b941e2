using Recipes.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 1, BatchSize = 4), Input(2), Dense(3)]
[CrossEntropy(Weight = 0.5), Squentropy(Weight = 2), EffectiveNumberWeights(Beta = 0.9), InOrder, Sgd(1e-30)]
public partial class WeighedLoss;

/// <summary>"Loss of a step", its value; <see cref="GradientTests"/> has its gradient.</summary>
public class LossOfAStepTests
{
    [Fact]
    public void A_step_is_the_sum_of_weight_times_mean_of_weighed_rows_and_a_short_batch_has_its_own_count()
    {
        using var trainer = new WeighedLoss.Trainer(Uneven.Splits, Buffers.Options());
        Softmax reference = Start();
        double[] weights = ClassWeights();
        TrainRows train = Uneven.Splits.Train;
        for (int first = 0; first < 10; first += 4)
        {
            WeighedLoss.StepResult step = trainer.Step();
            int[] rows = [.. Enumerable.Range(first, Math.Min(4, 10 - first))];
            Assert.Equal(rows.Length, step.Rows);
            double crossEntropy = rows.Average(row => weights[train.Label(row)] * reference.CrossEntropy(train.Features(row), train.Label(row)));
            double squentropy = rows.Average(row => weights[train.Label(row)] * reference.Squentropy(train.Features(row), train.Label(row)));
            // Single precision per row.
            Assert.Equal(crossEntropy, step.CrossEntropy, 2e-6);
            Assert.Equal(squentropy, step.Squentropy, 2e-6);
            Assert.Equal((0.5 * crossEntropy) + (2 * squentropy), step.Loss, 5e-6);
        }
    }

    [Fact]
    public void Class_weights_have_mean_one_over_the_train_rows()
    {
        // The raw weights 0.1/(1 − 0.9ⁿ) do not, so a missing scale would be seen in the terms above.
        double[] weights = ClassWeights();
        Assert.Equal(1, Uneven.Labels.Average(label => weights[label]), 1e-12);
        Assert.NotEqual(1, Uneven.Labels.Average(label => 0.1 / (1 - Math.Pow(0.9, Uneven.Labels.Count(l => l == label)))), 0.1);
    }

    [Fact]
    public void The_epochs_loss_is_the_sum_over_rows()
    {
        using var trainer = new WeighedLoss.Trainer(Uneven.Splits, Buffers.Options());
        double sum = 0, mean = 0;
        for (int i = 0; i < 3; i++)
        {
            WeighedLoss.StepResult step = trainer.Step();
            sum += step.Loss * step.Rows;
            mean += step.Loss / 3;
        }
        double loss = trainer.Finish().Report.Record.Epochs[0].Loss;
        Assert.Equal(sum / 10, loss, 1e-12);
        Assert.NotEqual(mean, loss, 1e-3);
    }

    private static double[] ClassWeights()
    {
        int[] counts = [6, 3, 1];
        double[] raw = [.. counts.Select(n => (1 - 0.9) / (1 - Math.Pow(0.9, n)))];
        double scale = 10 / counts.Zip(raw, (n, w) => n * w).Sum();
        return [.. raw.Select(w => w * scale)];
    }

    private static Softmax Start()
    {
        using var trainer = new WeighedLoss.Trainer(Uneven.Splits, Buffers.Options());
        return new Softmax(Buffers.WeightsOf(trainer.Finish().Model), 2, 3);
    }
}
