namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Targets move from the labels to what the network predicts ("Self-Adaptive Training: beyond Empirical Risk Minimization", 2020).</summary>
internal sealed partial class SelfAdaptiveNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "SelfAdaptiveTraining",
        Problem = Digits.SymmetricNoise(0.6, perClass: 100),
        Claim = new("More right answers after training on wrong labels", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Adaptive.Definition, Adaptive.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("SelfAdaptiveTraining.Momentum", 0.7, 0.9)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy(Until = 0.3), SelfAdaptiveTraining(From = 0.3)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Adaptive;
}
