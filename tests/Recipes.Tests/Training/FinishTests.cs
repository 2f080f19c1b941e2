using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Training;

public class FinishTests
{
    [Fact]
    public void Calibrators_are_fitted_in_order_each_on_rows_of_its_own_and_the_conformal_predictor_last()
    {
        var log = new List<string>();
        var first = new Recorder("first", 2, log);
        var second = new Recorder("second", 3, log);
        var conformal = new RecordingConformal(log);
        SoftmaxRecipe recipe = new() { Calibrators = [() => first, () => second], Conformal = () => conformal };
        using SoftmaxTrainer trainer = recipe.Trainer();
        TrainingResult<SoftmaxModel> result = trainer.Run();
        Assert.Equal(["first", "second", "conformal"], log);
        // 40 rows in three parts.
        Assert.Equal([14, 13, 13], result.Report.Record.CalibrationParts.Select(part => part.Rows).OrderDescending());
        Assert.Equal(["Recorder", "Recorder", "RecordingConformal"], result.Report.Record.CalibrationParts.Select(part => part.Step));
        Assert.Contains("first was fitted", result.Notes);
        Assert.Contains("conformal was fitted", result.Notes);

        // Each sees what the ones before it made of the network's scores; the rows are told apart by their scores.
        HashSet<float> network = [.. ScoresOf(trainer, result.Model)];
        Assert.All(first.Seen, score => Assert.Contains(score, network));
        Assert.All(second.Seen, score => Assert.Contains(score / 2, network));
        Assert.Empty(first.Seen.Intersect(second.Seen.Select(score => score / 2)));
        foreach (int row in Enumerable.Range(0, conformal.Rows)) Assert.Equal(1, conformal.Probabilities.Skip(row * 3).Take(3).Sum(), 1e-5f);
    }

    [Fact]
    public void Test_metrics_are_taken_before_and_after_calibration()
    {
        SoftmaxRecipe recipe = new() { Calibrators = [() => new Recorder("double", 2, [])], Conformal = () => new SplitConformal(0.25) };
        using SoftmaxTrainer trainer = recipe.Trainer();
        TrainingResult<SoftmaxModel> result = trainer.Run();
        Assert.Equal(20, result.Test.Count);
        // The factor changes no order, but the likelihood.
        Assert.Equal(result.Test.Before.Accuracy, result.Test.After.Accuracy);
        Assert.NotEqual(result.Test.Before.NegativeLogLikelihood, result.Test.After.NegativeLogLikelihood);
        Assert.Equal(0.75, result.Test.Conformal!.PromisedCoverage);

        // The model gives what was measured.
        var probabilities = new float[3];
        double likelihood = 0;
        TestRows test = Blobs.Splits.Test;
        for (int row = 0; row < test.Count; row++)
        {
            result.Model.Predict(test.Features(row), probabilities);
            likelihood -= Math.Log(probabilities[test.Label(row)]) / test.Count;
        }
        Assert.Equal(likelihood, result.Test.NegativeLogLikelihood, 1e-5);
    }

    [Fact]
    public void Preparations_are_fitted_on_train_rows_and_go_into_the_model()
    {
        SoftmaxRecipe recipe = new() { Preparations = [() => new Standardization()] };
        using SoftmaxTrainer trainer = recipe.Trainer();
        for (int f = 0; f < 4; f++)
        {
            float mean = 0, squares = 0;
            for (int row = 0; row < 37; row++)
            {
                mean += trainer.Feature(row, f) / 37;
                squares += trainer.Feature(row, f) * trainer.Feature(row, f) / 37;
            }
            Assert.Equal(0, mean, 1e-5f);
            Assert.Equal(1, squares, 1e-4f);
        }
        TrainingResult<SoftmaxModel> result = trainer.Run();
        Assert.Single(result.Model.Parts.Preparations);
        // A model on unprepared rows agrees with the evaluation on prepared ones.
        ValidationRows rows = Blobs.Splits.Validation;
        int correct = Enumerable.Range(0, rows.Count).Count(row => result.Model.Classify(rows.Features(row)) == rows.Label(row));
        Assert.Equal(correct / 20.0, result.Report.Record.Epochs[^1].Validation!.Value[Metric.Accuracy]);
    }

    [Fact]
    public void Too_few_rows_for_a_fitted_step_are_refused_with_the_counts()
    {
        SoftmaxRecipe recipe = new() { Calibrators = [() => new TemperatureScaling()], Conformal = () => new SplitConformal(0.02) };
        // Before the first step: a long run must not find it out at its end.
        var e = Assert.Throws<StartupGuardException>(() => recipe.Trainer());
        Assert.Equal("RCP0416", e.Id);
        // ⌈1/0.02⌉ − 1 = 49 rows; 40 are divided in two.
        Assert.Contains("SplitConformal has 20 calibration rows for itself and needs 49", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_classes_names_and_split_sizes_are_recorded()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        TrainingResult<SoftmaxModel> result = trainer.Run();
        Assert.Equal(["class 0", "class 1", "class 2"], result.Model.Classes);
        Assert.Equal(new SplitSizes(37, 20, 40, 20), result.Report.Record.Splits);
        Assert.Equal((7UL, "Completed"), (result.Report.Record.Seed, result.Report.Record.Status));
    }

    [Fact]
    public void The_run_directory_gets_the_model_and_the_report()
    {
        using var folder = new TemporaryFolder();
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(options: new TrainingOptions { RunDirectory = folder.Path });
        TrainingResult<SoftmaxModel> result = trainer.Run();
        SafetensorsFile file = SafetensorsFile.Read(folder.File("model.safetensors"));
        float[] weights = result.Model.Parts.Weights.ToArray();
        for (int o = 0; o < 3; o++)
            for (int i = 0; i < 4; i++) Assert.Equal(weights[i * 3 + o], file["0.weight"].Values.Span[o * 4 + i]);
        Assert.Equal(weights[16..19], file["0.bias"].Values.ToArray());
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(folder.File("report.html")), StringComparison.OrdinalIgnoreCase);
    }

    private static float[] ScoresOf(SoftmaxTrainer trainer, SoftmaxModel model)
    {
        var scores = new List<float>();
        CalibrationRows rows = Blobs.Splits.Calibration;
        ReadOnlySpan<float> weights = model.Parts.Weights.Span;
        for (int row = 0; row < rows.Count; row++)
        {
            for (int k = 0; k < 3; k++)
            {
                float sum = weights[16 + k];
                for (int f = 0; f < 4; f++) sum += rows.Features(row)[f] * weights[f * 3 + k];
                scores.Add(sum);
            }
        }
        Assert.True(trainer.IsOver);
        return [.. scores];
    }

    /// <summary>Multiplies scores by a power of two or three, and remembers what it was fitted on.</summary>
    private sealed class Recorder(string name, float factor, List<string> log) : ICalibrator
    {
        public float[] Seen { get; private set; } = [];
        public IReadOnlyList<string> Notes => [name + " was fitted"];
        public int MinimumRows(int classes) => 1;
        public void Apply(Span<float> scores, int classes)
        {
            foreach (ref float score in scores) score *= factor;
        }
        public void Fit(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes)
        {
            log.Add(name);
            Seen = scores.ToArray();
        }
        public string SaveState() => "";
        public void LoadState(string state) { }
    }

    private sealed class RecordingConformal(List<string> log) : IConformalPredictor
    {
        public int Rows { get; private set; }
        public float[] Probabilities { get; private set; } = [];
        public double Coverage => 0.5;
        public IReadOnlyList<string> Notes => ["conformal was fitted"];
        public int MinimumRows(int classes) => 1;
        public void Fit(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels, int classes)
        {
            log.Add("conformal");
            Rows = labels.Length;
            Probabilities = probabilities.ToArray();
        }
        public int PredictSet(ReadOnlySpan<float> probabilities, Span<int> set) => 0;
        public string SaveState() => "";
        public void LoadState(string state) { }
    }
}
