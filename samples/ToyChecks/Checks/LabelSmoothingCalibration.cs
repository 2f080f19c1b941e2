namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Smoothed labels keep a network from being too sure ("When Does Label Smoothing Help?", 2019).</summary>
internal sealed partial class LabelSmoothingCalibration : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "CrossEntropy(LabelSmoothing)",
        Id = "002-038",
        Problem = Synthetic.Clouds(classes: 6, features: 12, distance: 0.55, train: 400),
        Claim = new("Smaller calibration error than hard labels", Classification.CalibrationError(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Smoothed.Definition, Smoothed.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2).Times("CrossEntropy.LabelSmoothing", 0.05, 0.1)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy(LabelSmoothing = 0.1)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Smoothed;
}
