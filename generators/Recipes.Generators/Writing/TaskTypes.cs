using Recipes.Generators.Reading;

namespace Recipes.Generators.Writing;

/// <summary>The runtime's types for what a recipe learns.</summary>
internal sealed record TaskTypes(string Model, string Trainer, string Result)
{
    public static TaskTypes Of(LearnedTask task) => task switch
    {
        LearnedTask.Regression => new("RegressionModel", "RegressionTrainer<Model>", "RegressionResult<Model>"),
        LearnedTask.MultiLabel => new("MultiLabelModel", "MultiLabelTrainer<Model>", "MultiLabelResult<Model>"),
        _ => new("ClassifierModel", "Trainer<Model>", "TrainingResult<Model>"),
    };
}
