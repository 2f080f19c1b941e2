using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Training;

public sealed class MultiLabelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly LinearRecipe s_recipe = new() { Task = RecipeTask.MultiLabel, Width = 2, LearningRate = 2, Epochs = 40 };

    public void Dispose() => _folder.Dispose();

    /// <summary>Label "right" where x₀ is positive, "high" where x₁ is: on a grid without zeros.</summary>
    private static Splits Rows()
    {
        var features = new float[160, 2];
        var labels = new bool[160, 2];
        for (int i = 0; i < 160; i++)
        {
            (features[i, 0], features[i, 1]) = ((i % 8) - 2.5f, (i % 5) - 3.5f);
            (labels[i, 0], labels[i, 1]) = (features[i, 0] > 0, features[i, 1] > 0);
        }
        return Dataset.FromFeatures(features).WithMultiLabels(labels, ["right", "high"]).Split(train: .5, validation: .25, test: .25, seed: 1);
    }

    [Fact]
    public void Each_label_is_learned_on_its_own()
    {
        using LabelSteps trainer = s_recipe.Labels(Rows());
        MultiLabelResult<LinearLabelModel> run = trainer.Run();
        Assert.Equal(["right", "high"], run.Model.Labels);
        Assert.Equal((1.0, 1.0, 1.0, 1.0), (run.Test.MacroF1, run.Test.MicroF1, run.Test.SubsetAccuracy, run.Test.MeanAveragePrecision));
        var probabilities = new float[4];
        run.Model.Predict([4, 0.5f, 0.5f, -3], probabilities);
        Assert.True(probabilities[0] > 0.5 && probabilities[1] > 0.5 && probabilities[2] > 0.5 && probabilities[3] < 0.5, string.Join(' ', probabilities));
        Span<int> scratch = stackalloc int[2];
        Assert.Equal([0, 1], run.Model.PredictLabels([4, 0.5f], scratch).ToArray());
        Assert.Equal([0], run.Model.PredictLabels([0.5f, -3], scratch).ToArray());
        Assert.Equal([], run.Model.PredictLabels([-2.5f, -3], scratch).ToArray());
    }

    [Fact]
    public void Counts_are_the_train_rows_that_have_a_label()
    {
        Splits splits = Rows();
        using LabelSteps trainer = s_recipe.Labels(splits);
        float[] expected = new float[2];
        for (int row = 0; row < splits.Train.Count; row++)
            for (int k = 0; k < 2; k++) expected[k] += splits.Train.Source.MultiLabels!.Row(splits.Train.SourceRow(row))[k];
        Assert.Equal(expected, trainer.Counts);
        Assert.True(expected[0] > 0);
    }

    [Fact]
    public void Metrics_go_into_the_files_and_the_model_comes_back()
    {
        var recipe = s_recipe with { StoppingRule = () => new EarlyStopping(Metric.MacroF1, patienceEpochs: 3) };
        using LabelSteps trainer = recipe.Labels(Rows(), new TrainingOptions { RunDirectory = _folder.Path });
        MultiLabelResult<LinearLabelModel> run = trainer.Run();
        Assert.Equal(RunStatus.StoppedEarly, run.Status);
        Assert.Equal(
            "epoch,step,loss,Loss,learning_rate,gradient_norm,validation_negative_log_likelihood,validation_macro_f1,validation_micro_f1,validation_subset_accuracy,validation_mean_average_precision",
            File.ReadLines(_folder.File("metrics.csv")).First());
        string html = File.ReadAllText(_folder.File("report.html"));
        Assert.Contains("Mean average precision", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">high</th>", html, StringComparison.Ordinal);
        LinearLabelModel again = LinearLabelModel.Load(recipe.Define(), _folder.File("model.safetensors"));
        float[] expected = new float[2], actual = new float[2];
        run.Model.Predict([1, 2], expected);
        again.Predict([1, 2], actual);
        Assert.Equal(expected, actual);
        Assert.Equal(["right", "high"], again.Labels);
    }

    [Fact]
    public void Another_number_of_labels_is_refused()
    {
        var thrown = Assert.Throws<StartupGuardException>(() => (s_recipe with { Width = 3 }).Labels(Rows()));
        Assert.Equal("RCP0255", thrown.Id);
        Assert.Contains("3 outputs and the rows have 2 labels: right, high", thrown.Message, StringComparison.Ordinal);
    }
}
