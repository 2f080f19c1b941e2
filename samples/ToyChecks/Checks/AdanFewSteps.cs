namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Nesterov's momentum in Adam trains in fewer steps ("Adan: Adaptive Nesterov Momentum Algorithm for Faster Optimizing Deep Models", 2022).</summary>
internal sealed partial class AdanFewSteps : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "Adan",
        Problem = Digits.Clean(60),
        Claim = new("Smaller negative log-likelihood after four epochs", Classification.NegativeLogLikelihood(), Threshold: 0.02),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(WithAdan.Definition, WithAdan.Train, Grid.Of("Adan.LearningRate", 3e-3, 1e-2, 3e-2, 0.1)),
    };

    [Recipe(Epochs = 4, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 4, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, Adan(1e-3), Cosine]
    internal partial class WithAdan;
}
