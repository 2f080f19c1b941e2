using Recipes.Tests.Data;
using Recipes.Tests.EndToEnd;

namespace Recipes.Tests.Formulas.Schedules;

/// <summary>A rate so high that the loss on the validation rows soon rises and falls.</summary>
[Recipe(Epochs = 24, BatchSize = 16, Seed = 3), Input(6), Dense(9), Tanh, Dense(4)]
[CrossEntropy, Sgd(8), ReduceOnPlateau(Gamma = 0.5, PatienceEpochs = 1, Threshold = 0.01, CooldownEpochs = 1)]
public partial class Plateaus;

public sealed class ReduceOnPlateauTests
{
    /// <summary>As tests/golden/plateau.py has them.</summary>
    private static double Loss(int epoch) => Math.Max(0.4, 1 / (1 + 0.2 * epoch)) + 0.05 * Math.Exp(-0.03 * epoch) * Math.Sin(0.9 * epoch);

    [Fact]
    public void Is_that_of_PyTorch()
    {
        Check(PlateauGolden.Defaults);
        Check(PlateauGolden.Impatient, gamma: 0.5, patience: 2, threshold: 0.01);
        Check(PlateauGolden.Resting, gamma: 0.5, patience: 1, threshold: 0.05, cooldown: 3, minimum: 0.02);
        Check(PlateauGolden.AtOnce, gamma: 0.7, patience: 0, threshold: 0, cooldown: 1);

        static void Check(double[] expected, double gamma = 0.1, double patience = 10, double threshold = 1e-4, double cooldown = 0, double minimum = 0)
        {
            Running best = double.PositiveInfinity, waited = 0, resting = 0, rate = 1;
            Examples.AssertClose(expected, [.. Enumerable.Range(0, expected.Length).Select(epoch => (double)Recipes.Schedules.ReduceOnPlateau(
                Loss(epoch), ref best, ref waited, ref resting, ref rate, gamma, patience, threshold, cooldown, minimum))]);
            Assert.True(expected.Distinct().Count() > 1);
        }
    }

    [Fact]
    public void The_trainer_follows_the_loss_on_the_validation_rows()
    {
        using var trainer = new Plateaus.Trainer(Data());
        Running best = double.PositiveInfinity, waited = 0, resting = 0, rate = 1;
        var rates = new List<double>();
        for (var epoch = 0; epoch < 24; epoch++)
        {
            StepResult(trainer, out var learningRate);
            rates.Add(learningRate);
            Assert.Equal(8 * (double)(Scalar)rate, learningRate, 1e-12);
            _ = Recipes.Schedules.ReduceOnPlateau(
                trainer.Evaluate(Split.Validation).NegativeLogLikelihood, ref best, ref waited, ref resting, ref rate, 0.5, 1, 0.01, 1);
        }
        Assert.True(rates.Distinct().Count() > 2, string.Join(" ", rates));

        static void StepResult(Plateaus.Trainer trainer, out double learningRate)
        {
            Plateaus.StepResult step;
            do step = trainer.Step(); while (!step.EndsEpoch);
            learningRate = step.LearningRate;
        }
    }

    /// <summary>What the schedule keeps is not in the checkpoint: it is told again what it was told.</summary>
    [Fact]
    public void A_run_that_is_loaded_goes_on_as_one_that_was_not_interrupted()
    {
        using var folder = new TemporaryFolder();
        foreach (var steps in (int[])[1, 10, 33, 60])
        {
            using var whole = new Plateaus.Trainer(Data());
            for (var s = 0; s < steps; s++) whole.Step();
            whole.Save(folder.File("checkpoint"));
            using var second = new Plateaus.Trainer(Data());
            for (var s = 0; s < 20; s++) second.Step();
            second.Load(folder.File("checkpoint"));
            while (!whole.IsOver)
            {
                var (expected, actual) = (whole.Step(), second.Step());
                Assert.Equal((expected.Loss, expected.LearningRate), (actual.Loss, actual.LearningRate));
            }
        }
    }

    [Fact]
    public void Without_validation_rows_the_run_does_not_start()
    {
        var splits = new Splits(train: Dataset.FromArrays(new float[120], [.. Enumerable.Range(0, 20).Select(i => i % 4)]));
        var failure = Assert.Throws<StartupGuardException>(() => new Plateaus.Trainer(splits));
        Assert.Contains("the schedule needs validation rows", failure.Message, StringComparison.Ordinal);
    }

    private static Splits Data()
    {
        const int rows = 90;
        var features = new float[rows * 6];
        for (var i = 0; i < features.Length; i++) features[i] = (float)Math.Sin(0.731 * i + 0.2);
        var labels = new int[rows];
        for (var i = 0; i < rows; i++) labels[i] = (7 * i + i * i / 3) % 4;
        return new Splits(
            train: Dataset.FromArrays(features[..(60 * 6)], labels[..60]), validation: Dataset.FromArrays(features[(60 * 6)..], labels[60..]));
    }
}
