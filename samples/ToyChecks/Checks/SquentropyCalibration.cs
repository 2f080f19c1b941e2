namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>The same paper: and probabilities that say more truly how often they are right.</summary>
internal sealed partial class SquentropyCalibration : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "Squentropy",
        Id = "001-012",
        Problem = Synthetic.Clouds(classes: 6, features: 12, distance: 0.55, train: 400),
        Claim = new("Smaller calibration error than cross-entropy", Classification.CalibrationError(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2)),
        Treated = Arm.Of(WithSquares.Definition, WithSquares.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [Squentropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class WithSquares;
}
