namespace Recipes.Training;

/// <summary>What was made after the last step: the model's parts, and how they did on the test rows.</summary>
/// <param name="Parts">What the model is made of.</param>
/// <param name="Test">Metrics on the test rows; null if there are none.</param>
internal sealed record AfterTraining(ModelParts Parts, TestMetrics? Test);
