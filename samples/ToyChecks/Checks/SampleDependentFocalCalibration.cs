namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>A focal exponent for rows that are classified badly and another for the others ("Calibrating Deep Neural Networks using Focal Loss", 2020).</summary>
internal sealed partial class SampleDependentFocalCalibration : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "SampleDependentFocal",
        Problem = Synthetic.Clouds(classes: 6, features: 12, distance: 0.55, train: 400),
        Claim = new("Smaller calibration error than cross-entropy", Classification.CalibrationError(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2)),
        Treated = Arm.Of(WithFocal.Definition, WithFocal.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [SampleDependentFocal]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class WithFocal;
}
