namespace Recipes.Training;

/// <summary>What was made after the last step: the model's parts, and how they did on the test rows.</summary>
/// <param name="Parts">What the model is made of.</param>
/// <param name="Test">Metrics on the test rows.</param>
internal sealed record AfterTraining(ModelParts Parts, TestOutcome Test);

/// <summary>Metrics on the test rows, of what the recipe learns; nothing if there are no test rows.</summary>
internal readonly record struct TestOutcome(TestMetrics? Classes = null, RegressionMetrics? Regression = null, MultiLabelMetrics? MultiLabel = null);
