namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Predictions of the network's first epochs keep it from learning wrong labels by heart ("Early-Learning Regularization Prevents Memorization of Noisy Labels", 2020).</summary>
internal sealed partial class EarlyLearningNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "EarlyLearning",
        Problem = Digits.SymmetricNoise(0.6, perClass: 100),
        Claim = new("More right answers after training on wrong labels", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Regularised.Definition, Regularised.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("EarlyLearning.Weight", 1, 3)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy, EarlyLearning]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Regularised;
}
