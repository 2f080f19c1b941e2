namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>The same paper: and better detection of outliers.</summary>
internal sealed partial class EncouragingOutliers : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "EncouragingCrossEntropy",
        Id = "001-060",
        Problem = Digits.Outliers(),
        Claim = new("Better detection of outliers", Classification.OutlierDetection(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Encouraged.Definition, Encouraged.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2).Times("EncouragingCrossEntropy.LogEnd", 0.5, 0.75)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(8)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(8)]
    [EncouragingCrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Encouraged;
}
