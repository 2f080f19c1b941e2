namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Focal loss lowers the confidence of a network that fits its train rows completely ("Calibrating Deep Neural Networks using Focal Loss", 2020).</summary>
internal sealed partial class FocalCalibration : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "Focal",
        Id = "001-031",
        Problem = Synthetic.Clouds(classes: 6, features: 12, distance: 0.55, train: 400),
        Claim = new("Less overconfident than cross-entropy", Classification.CalibrationError(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3)),
        Treated = Arm.Of(WithFocal.Definition, WithFocal.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(3e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [Focal(Gamma = 2)]
    [Standardize, AdamW(3e-3), Cosine]
    internal partial class WithFocal;
}
