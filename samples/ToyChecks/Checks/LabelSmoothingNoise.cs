namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Smoothed labels are robust to wrong ones ("Does Label Smoothing Mitigate Label Noise?", 2020).</summary>
internal sealed partial class LabelSmoothingNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "CrossEntropy(LabelSmoothing)",
        Id = "002-038",
        Problem = Digits.SymmetricNoise(0.6, perClass: 100),
        Claim = new("More right answers after training on wrong labels", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Smoothed.Definition, Smoothed.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("CrossEntropy.LabelSmoothing", 0.1, 0.4)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy(LabelSmoothing = 0.1)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Smoothed;
}
