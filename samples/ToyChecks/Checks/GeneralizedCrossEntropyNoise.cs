namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Between cross-entropy and the mean absolute error lies a loss that wrong labels mislead less ("Generalized Cross Entropy Loss for Training Deep Neural Networks with Noisy Labels", 2018).</summary>
internal sealed partial class GeneralizedCrossEntropyNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "GeneralizedCrossEntropy",
        Problem = Digits.SymmetricNoise(0.6, perClass: 100),
        Claim = new("More right answers after training on wrong labels", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Robust.Definition, Robust.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("GeneralizedCrossEntropy.Q", 0.4, 0.7)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [GeneralizedCrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Robust;
}
