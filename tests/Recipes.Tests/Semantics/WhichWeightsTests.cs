using Recipes.Tests.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 3, BatchSize = 16, Seed = 6), Input(4), Dense(3), CrossEntropy, Sgd(0.5), WeightAverage(Decay = 0.8), TemperatureScaling]
public partial class Averaged;

[Recipe(Epochs = 3, BatchSize = 16, Seed = 6), Input(4), Dense(3), CrossEntropy, Sgd(0.5)]
public partial class NotAveraged;

[Recipe(Epochs = 60, BatchSize = 8, Seed = 1), Input(4), Dense(24), Tanh, Dense(3), CrossEntropy, Sgd(1)]
[EarlyStopping(Metric.NegativeLogLikelihood, PatienceEpochs = 5)]
public partial class StopsEarly;

[Recipe(Epochs = 60, BatchSize = 8, Seed = 1), Input(4), Dense(24), Tanh, Dense(3), CrossEntropy, Sgd(1)]
public partial class GoesOn;

/// <summary>"Which weights".</summary>
public class WhichWeightsTests
{
    [Fact]
    public void Averages_are_what_evaluation_calibration_and_the_model_use()
    {
        using var trainer = new Averaged.Trainer(Blobs.Splits, Buffers.Options());
        while (!trainer.IsOver) trainer.Step();
        double validation = trainer.Evaluate(Split.Validation).NegativeLogLikelihood;
        TrainingResult<Averaged.Model> result = trainer.Finish();

        float[] average = Trajectory().Aggregate((a, w) => [.. a.Zip(w, (mean, next) => (0.8f * mean) + (0.2f * next))]);
        float[] weights = Buffers.WeightsOf(result.Model), last = Trajectory().Last();
        // Nine steps of rounding, weights of about 1.
        for (int i = 0; i < weights.Length; i++) Assert.Equal(average[i], weights[i], 2e-6f);
        Assert.Contains(weights.Zip(last), pair => Math.Abs(pair.First - pair.Second) > 1e-2);

        var reference = new Softmax(weights, 4, 3);
        Assert.Equal(Likelihood(reference, Blobs.Splits.Validation), validation, 1e-6);
        Assert.NotEqual(Likelihood(new Softmax(last, 4, 3), Blobs.Splits.Validation), validation, 1e-4);

        var temperature = Assert.IsType<TemperatureScaling>(Assert.Single(result.Model.Calibrators));
        Assert.Equal(Temperature(reference), temperature.Temperature, 1e-4);
        Assert.NotEqual(Temperature(new Softmax(last, 4, 3)), temperature.Temperature, 1e-3);

        var probabilities = new float[3];
        float[] x = Blobs.Splits.Test.Features(0).ToArray();
        result.Model.Predict(x, probabilities);
        double[] z = Array.ConvertAll(reference.Logits(x), v => v / temperature.Temperature);
        for (int k = 0; k < 3; k++) Assert.Equal(Math.Exp(Softmax.LogProbability(z, k)), probabilities[k], 1e-6);
        Assert.Equal(Likelihood(reference, Blobs.Splits.Test), result.Test.Before.NegativeLogLikelihood, 1e-6);
    }

    [Fact]
    public void The_best_by_validation_are_kept()
    {
        TrainingResult<StopsEarly.Model> result = StopsEarly.Train(Blobs.Splits, Buffers.Options());
        IReadOnlyList<EpochRecord> epochs = result.Report.Record.Epochs;
        int best = result.Report.Record.BestEpoch!.Value;
        Assert.Equal(RunStatus.StoppedEarly, result.Status);
        Assert.Equal(epochs.MinBy(epoch => epoch.Validation!.Value[Metric.NegativeLogLikelihood])!.Epoch, best);
        Assert.Equal(best + 5, epochs.Count);
        // A recipe without the rule, finished right after that epoch, has the same bits.
        using var trainer = new GoesOn.Trainer(Blobs.Splits, Buffers.Options());
        while (trainer.Epoch < best) trainer.Step();
        Assert.Equal(Buffers.WeightsOf(trainer.Finish().Model), Buffers.WeightsOf(result.Model));
    }

    /// <summary>The weights after each of nine steps without averaging.</summary>
    private static IEnumerable<float[]> Trajectory()
    {
        for (int steps = 1; steps <= 9; steps++)
        {
            using var trainer = new NotAveraged.Trainer(Blobs.Splits, Buffers.Options());
            for (int i = 0; i < steps; i++) trainer.Step();
            yield return Buffers.WeightsOf(trainer.Finish().Model);
        }
    }

    private static double Likelihood(Softmax reference, SplitRows rows) => Softmax.Mean(rows, row => reference.CrossEntropy(rows.Features(row), rows.Label(row)));

    private static double Temperature(Softmax reference)
    {
        CalibrationRows rows = Blobs.Splits.Calibration;
        float[] scores = [.. Enumerable.Range(0, rows.Count).SelectMany(row => reference.Logits(rows.Features(row)).Select(z => (float)z))];
        var scaling = new TemperatureScaling();
        scaling.Fit(scores, rows.Labels, 3);
        return scaling.Temperature;
    }
}
