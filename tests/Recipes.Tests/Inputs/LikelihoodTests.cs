using Recipes.Tests.Data;

namespace Recipes.Tests.Inputs;

[Recipe(Epochs = 3, BatchSize = 12, Seed = 5), Input(4), Dense(6), Tanh, Dense(4), Targets(2)]
[StandardizeTargets, Adam(1e-2), EarlyStopping(Metric.NegativeLogLikelihood, PatienceEpochs = 2)]
public partial class ScaledDensity
{
    [LossTerm(Weight = 2), Likelihood]
    static Scalar Gaussian(Outputs mean, Outputs logVariance, Targets y, [Range(0, 1)] double floor = 0.01)
    {
        Row<Output> variance = Exp(logVariance) + floor;
        return 0.5 * Mean(Log(variance) + Square(y - mean) / variance);
    }

    [LossTerm(Weight = 0.1)]
    static Scalar Small(Outputs mean, Outputs logVariance, Targets y) => Mean(Square(mean - 0.1 * y)) + Mean(Square(logVariance));
}

[Recipe(Epochs = 3, BatchSize = 12, Seed = 5), Input(4), Dense(2), Targets(2), MeanSquaredError, Adam(1e-2)]
public partial class NoDensity;

/// <summary>The negative log-likelihood of a regression is that of its predictions in the units of the data.</summary>
public class LikelihoodTests
{
    [Fact]
    public void It_is_that_of_the_predicted_densities_in_the_units_of_the_data()
    {
        using var folder = new TemporaryFolder();
        RegressionResult<ScaledDensity.Model> run = ScaledDensity.Train(Columns.Splits, new TrainingOptions { Threads = 1, RunDirectory = folder.Path });
        double[] scales = Scales();
        TestRows test = Columns.Splits.Test;
        double sum = 0;
        var outputs = new float[4];
        var predictions = new float[2];
        for (int row = 0; row < test.Count; row++)
        {
            run.Model.PredictOutputs(test.Features(row), outputs);
            run.Model.Predict(test.Features(row), predictions);
            for (int t = 0; t < 2; t++)
            {
                // The density of a normal variable of standard deviation s·σ at y, without 1/√2π, which the loss leaves out.
                double deviation = scales[t] * Math.Sqrt(Math.Exp(outputs[2 + t]) + 0.01);
                double distance = (test.Source.Targets!.Row(test.SourceRow(row))[t] - predictions[t]) / deviation;
                sum += Math.Log(deviation) + (0.5 * distance * distance);
            }
        }
        Assert.Equal(sum / (2 * test.Count), run.Test.NegativeLogLikelihood, 1e-5);
        Assert.Contains("validation_r_squared,validation_negative_log_likelihood", File.ReadLines(folder.File("metrics.csv")).First(), StringComparison.Ordinal);
        Assert.All(run.Report.Record.Epochs, epoch => Assert.True(double.IsFinite(epoch.Validation!.Value[Metric.NegativeLogLikelihood])));
    }

    [Fact]
    public void An_evaluation_has_it_and_it_falls()
    {
        using var trainer = new ScaledDensity.Trainer(Columns.Splits, new TrainingOptions { Threads = 2 });
        double before = trainer.Evaluate(Split.Train).NegativeLogLikelihood;
        while (!trainer.IsOver) trainer.Step();
        Assert.True(trainer.Evaluate(Split.Train).NegativeLogLikelihood < before);
    }

    [Fact]
    public void Without_a_likelihood_there_is_none()
    {
        RegressionResult<NoDensity.Model> run = NoDensity.Train(Columns.Splits, new TrainingOptions { Threads = 1 });
        Assert.Equal(double.NaN, run.Test.NegativeLogLikelihood);
        Assert.Equal(double.NaN, run.Report.Record.Epochs[0].Validation!.Value[Metric.NegativeLogLikelihood]);
    }

    private static double[] Scales()
    {
        var standardization = new TargetStandardization();
        standardization.Fit(Columns.Splits.Train.Source.Targets!.Values, ["price", "change"]);
        return standardization.Scales.ToArray();
    }
}
