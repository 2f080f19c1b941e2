using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Training;

public sealed class RegressionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>y = 1000 + 200·x₀ − 50·x₁ and, if asked for, a second target −x₀: on a grid, so that a line fits exactly.</summary>
    private static Dataset Plane(int rows, int targets = 1)
    {
        var features = new float[rows, 2];
        var values = new float[rows, targets];
        for (int i = 0; i < rows; i++)
        {
            (features[i, 0], features[i, 1]) = (i % 7, i % 5);
            values[i, 0] = 1000 + (200 * features[i, 0]) - (50 * features[i, 1]);
            if (targets > 1) values[i, 1] = -features[i, 0];
        }
        return Dataset.FromFeatures(features).WithTargets(values, targets > 1 ? ["price", "minus"] : ["price"]);
    }

    private static Splits Rows(int targets = 1) => Plane(140, targets).Split(train: .5, validation: .25, test: .25, seed: 1);

    [Fact]
    public void Predictions_and_metrics_are_in_the_units_of_the_data()
    {
        Splits splits = Rows();
        using RegressionSteps trainer = new LinearRecipe().Regression(splits);
        // The network learns targets of mean 0 and variance 1.
        Assert.Equal(0, trainer.Learned.Average(), 1e-5f);
        Assert.Equal(1, trainer.Learned.Select(y => y * y).Average(), 1e-4f);
        RegressionResult<LinearRegressionModel> run = trainer.Run();
        Assert.Equal(RunStatus.Completed, run.Status);
        Assert.Equal(["price"], run.Model.Targets);
        // Gradient descent on a plane without noise ends at it: the second smallest curvature is near 1, so that 420 steps of 0.1 leave e⁻⁴⁰.
        Assert.Equal(1000 + (200 * 3) - (50 * 2), run.Model.Predict([3f, 2]), 0.05f);
        Assert.True(run.Test.RootMeanSquaredError < 0.05 && run.Test.RSquared > 0.9999, $"{run.Test.Summary}");
        Assert.Equal(35, run.Test.Count);

        double squared = 0;
        for (int row = 0; row < splits.Test.Count; row++)
            squared += Math.Pow(run.Model.Predict(splits.Test.Features(row)) - splits.Test.Source.Targets!.Row(splits.Test.SourceRow(row))[0], 2);
        Assert.Equal(Math.Sqrt(squared / 35), run.Test.RootMeanSquaredError, 1e-9);
        Assert.Contains(run.Notes, note => note.StartsWith("StandardizeTargets: price has mean ", StringComparison.Ordinal));
    }

    [Fact]
    public void Before_any_step_the_error_is_that_of_the_first_weights()
    {
        Splits splits = Rows();
        using RegressionSteps trainer = new LinearRecipe { Standardizes = false }.Regression(splits);
        RegressionSummary before = trainer.Evaluate(Split.Validation);
        // Untrained, without scaling: some 1500 away from everything.
        Assert.Equal(35, before.Count);
        Assert.InRange(before.MeanAbsoluteError, 1000, 2500);
        Assert.True(before.RSquared < 0);
        Assert.Throws<InvalidOperationException>(() => trainer.Evaluate(Split.Test));
    }

    [Fact]
    public void Several_targets_with_several_outputs_each()
    {
        Splits splits = Rows(targets: 2);
        using RegressionSteps trainer = new LinearRecipe { Width = 2, Blocks = 2 }.Regression(splits);
        RegressionResult<LinearRegressionModel> run = trainer.Run();
        Assert.Equal(["price", "minus"], run.Test.Targets.Select(target => target.Name));
        var predictions = new float[4];
        run.Model.Predict([3, 2, 0, 0], predictions);
        Assert.Equal([1500f, -3, 1000, 0], predictions, (a, b) => Math.Abs(a - b) < 0.05);

        // Outputs are block by block and as the loss sees them: price and minus in scaled units, then what this loss never moves.
        Assert.Equal(4, run.Model.OutputSize);
        var outputs = new float[8];
        run.Model.PredictOutputs([3, 2, 0, 0], outputs);
        Assert.Equal((outputs[0] - outputs[4]) / (1500 - 1000), (outputs[1] - outputs[5]) / -3 * TargetScale(splits, 1) / TargetScale(splits, 0), 1e-4f);
        Assert.Throws<InvalidOperationException>(() => run.Model.Predict([3f, 2]));
        Assert.Throws<ArgumentException>(() => run.Model.Predict([3, 2], new float[3]));
        Assert.Throws<ArgumentException>(() => run.Model.Predict([3f], new float[2]));
    }

    [Fact]
    public void Metrics_go_into_the_files_and_stop_the_run()
    {
        var recipe = new LinearRecipe { StoppingRule = () => new EarlyStopping(Metric.RootMeanSquaredError, patienceEpochs: 1, minimumDelta: 1) };
        using RegressionSteps trainer = recipe.Regression(Rows(), new TrainingOptions { RunDirectory = _folder.Path });
        RegressionResult<LinearRegressionModel> run = trainer.Run();
        Assert.Equal(RunStatus.StoppedEarly, run.Status);
        string[] lines = File.ReadAllLines(_folder.File("metrics.csv"));
        Assert.Equal("epoch,step,loss,Loss,learning_rate,gradient_norm,validation_root_mean_squared_error,validation_mean_absolute_error,validation_r_squared", lines[0]);
        double[] errors = [.. lines[1..].Select(line => double.Parse(line.Split(',')[6], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(run.Report.Record.Epochs.Select(epoch => epoch.Validation!.Value[Metric.RootMeanSquaredError]), errors);
        Assert.True(errors[^1] > errors[^2] - 1);
        string html = File.ReadAllText(_folder.File("report.html"));
        Assert.Contains("Validation root mean squared error", html, StringComparison.Ordinal);
        Assert.Contains("Mean absolute error", html, StringComparison.Ordinal);
        Assert.DoesNotContain("accuracy", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_saved_model_predicts_the_same()
    {
        var recipe = new LinearRecipe { Epochs = 2 };
        using RegressionSteps trainer = recipe.Regression(Rows());
        LinearRegressionModel model = trainer.Run().Model;
        string path = _folder.File("plane.safetensors");
        model.Save(path);
        LinearRegressionModel again = LinearRegressionModel.Load(recipe.Define(), path);
        Assert.Equal(model.Predict([3f, 2]), again.Predict([3f, 2]));
        Assert.Equal(["price"], again.Targets);
        Assert.Equal("""["price"]""", SafetensorsFile.Read(path).Metadata["recipes.targets"]);
        var other = Assert.Throws<InvalidModelFileException>(() => LinearRegressionModel.Load((recipe with { Standardizes = false }).Define(), path));
        Assert.Contains("its target preparation is TargetStandardization instead of none", other.Message, StringComparison.Ordinal);
        other = Assert.Throws<InvalidModelFileException>(() => LinearLabelModel.Load((recipe with { Task = RecipeTask.MultiLabel }).Define(), path));
        Assert.Contains("it is one of Regression instead of MultiLabel", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_loaded_goes_on_byte_for_byte()
    {
        var recipe = new LinearRecipe { Epochs = 3, StoppingRule = () => new EarlyStopping(Metric.RSquared) };
        using RegressionSteps whole = recipe.Regression(Rows()), first = recipe.Regression(Rows()), second = recipe.Regression(Rows());
        for (int s = 0; s < 9; s++)
        {
            whole.Step();
            first.Step();
        }
        first.Save(_folder.File("checkpoint"));
        second.Load(_folder.File("checkpoint"));
        Assert.Equal(whole.Evaluate(Split.Validation), second.Evaluate(Split.Validation));
        RegressionResult<LinearRegressionModel> expected = whole.Run(), actual = second.Run();
        Assert.Equal(expected.Test.Summary, actual.Test.Summary);
        Assert.Equal(expected.Report.Record.Epochs.Select(epoch => (epoch.Loss, epoch.Validation)), actual.Report.Record.Epochs.Select(epoch => (epoch.Loss, epoch.Validation)));
    }

    [Fact]
    public void Rows_without_the_targets_are_refused()
    {
        Refused("RCP0254", "predicts 1 targets and the rows have none", () => new LinearRecipe { Inputs = 4 }.Regression(Blobs.Splits));
        Refused("RCP0254", "Declare [Targets(2)]", () => new LinearRecipe().Regression(Rows(targets: 2)));
        Refused("RCP0253", "tells 3 classes apart and the rows have no labels", () => new SoftmaxRecipe { Inputs = 2 }.Trainer(Rows()));
        Refused("RCP0255", "of several labels and the rows have none", () => new LinearRecipe { Task = RecipeTask.MultiLabel }.Labels(Rows()));

        static void Refused(string id, string message, Func<object> make)
        {
            var thrown = Assert.Throws<StartupGuardException>(make);
            Assert.Equal(id, thrown.Id);
            Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        }
    }

    private static float TargetScale(Splits splits, int target)
    {
        double[] values = [.. Enumerable.Range(0, splits.Train.Count).Select(row => (double)splits.Train.Source.Targets!.Row(splits.Train.SourceRow(row))[target])];
        double mean = values.Average();
        return (float)Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
