namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Sure predictions cost ("Regularizing Neural Networks by Penalizing Confident Output Distributions", 2017).</summary>
internal sealed partial class ConfidencePenaltyCalibration : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "ConfidencePenalty",
        Problem = Synthetic.Clouds(classes: 6, features: 12, distance: 0.55, train: 400),
        Claim = new("Smaller calibration error than cross-entropy", Classification.CalibrationError(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Penalised.Definition, Penalised.Train, Grid.Of("AdamW.LearningRate", 3e-4, 1e-3, 3e-3, 1e-2).Times("ConfidencePenalty.Weight", 0.1, 0.5)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(12), Dense(64), Relu, Dense(6)]
    [CrossEntropy, ConfidencePenalty(Weight = 0.1)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Penalised;
}
