namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>One number, fitted on held-out rows, mends most of the overconfidence ("On Calibration of Modern Neural Networks", 2017).</summary>
internal sealed partial class TemperatureCalibration : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "TemperatureScaling",
        Id = "002-001",
        Problem = Synthetic.Clouds(classes: 6, features: 12, distance: 0.55, train: 400),
        Claim = new("Smaller calibration error", Classification.CalibrationError(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2)),
        Treated = Arm.Of(Scaled.Definition, Scaled.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    [TemperatureScaling]
    internal partial class Scaled;
}
