namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Logits beyond a margin are drawn in ("ACLS: Adaptive and Conditional Label Smoothing for Network Calibration", 2023).</summary>
internal sealed partial class AclsCalibration : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "AdaptiveConditionalSmoothing",
        Id = "002-002",
        Problem = Synthetic.Clouds(classes: 6, features: 12, distance: 0.55, train: 400),
        Claim = new("Smaller calibration error than cross-entropy", Classification.CalibrationError(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Smoothed.Definition, Smoothed.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2).Times("AdaptiveConditionalSmoothing.Margin", 6, 10)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy, AdaptiveConditionalSmoothing(Weight = 0.1)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Smoothed;
}
