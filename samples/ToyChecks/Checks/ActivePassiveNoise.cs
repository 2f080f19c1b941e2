namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>A normalised loss and a passive one together are robust and still learn ("Normalized Loss Functions for Deep Learning with Noisy Labels", 2020).</summary>
internal sealed partial class ActivePassiveNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "NormalizedCrossEntropy",
        Id = "001-019",
        Problem = Digits.SymmetricNoise(0.6, perClass: 100),
        Claim = new("More right answers after training on wrong labels", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Robust.Definition, Robust.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("ReverseCrossEntropy.Weight", 0.1, 1)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [NormalizedCrossEntropy, ReverseCrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Robust;
}
