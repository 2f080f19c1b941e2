namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Overconfidence does no harm where a temperature mends it: a loss that adds to it is calibrated better afterwards ("Rethinking Calibration of Deep Neural Networks", 2021).</summary>
internal sealed partial class InverseFocalCalibration : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "InverseFocal",
        Problem = Synthetic.Clouds(classes: 6, features: 12, distance: 0.55, train: 400),
        Claim = new("Smaller calibration error, both with a fitted temperature", Classification.CalibrationError(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Inverse.Definition, Inverse.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2).Times("InverseFocal.Gamma", 1, 2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    [TemperatureScaling]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [InverseFocal]
    [Standardize, AdamW(1e-3), Cosine]
    [TemperatureScaling]
    internal partial class Inverse;
}
