namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Agreement with labels of other rows is subtracted ("Peer Loss Functions: Learning from Noisy Labels without Knowing Noise Rates", 2020).</summary>
internal sealed partial class PeerNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "PeerCrossEntropy",
        Problem = Digits.SymmetricNoise(0.6, perClass: 100),
        Claim = new("More right answers after training on wrong labels", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Robust.Definition, Robust.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("PeerCrossEntropy.Alpha", 0.3, 1)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [PeerCrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Robust;
}
