namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>A penalty on the logits' length lets features be learned that a strong one starves ("Gradient Starvation: A Learning Proclivity in Neural Networks", 2021).</summary>
internal sealed partial class SpectralDecouplingGroups : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "SpectralDecoupling",
        Id = "002-164",
        Problem = Digits.Spurious(agreement: 0.9),
        Claim = new("Less reliance on a stripe that agrees with the class", Classification.WorstGroupAccuracy(), Threshold: 2),
        Selection = Classification.WorstGroupAccuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Decoupled.Definition, Decoupled.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2).Times("SpectralDecoupling.Weight", 0.01, 0.1)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(64), Relu, Dense(2)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(64), Relu, Dense(2)]
    [CrossEntropy, SpectralDecoupling]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Decoupled;
}
