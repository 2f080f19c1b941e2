namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>The batch's mean confidence is held to its accuracy (the term that AUGCAL adds, 2023; here without a second domain).</summary>
internal sealed partial class DcaCalibration : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "ConfidenceAccuracyDifference",
        Id = "002-014",
        Problem = Synthetic.Clouds(classes: 6, features: 12, distance: 0.55, train: 400),
        Claim = new("Smaller calibration error than cross-entropy", Classification.CalibrationError(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Held.Definition, Held.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2).Times("ConfidenceAccuracyDifference.Weight", 1, 10)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy, ConfidenceAccuracyDifference]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Held;
}
