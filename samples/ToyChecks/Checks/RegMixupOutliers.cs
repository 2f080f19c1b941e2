namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>The same paper: and better detection of outliers by confidence.</summary>
internal sealed partial class RegMixupOutliers : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "RegMixup",
        Id = "001-182",
        Problem = Digits.Outliers(),
        Claim = new("Better detection of outliers", Classification.OutlierDetection(), Threshold: 1),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2, 0.1).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Mixed.Definition, Mixed.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2, 0.1).Times("RegMixup.Alpha", 2, 20)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(8)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(8)]
    [CrossEntropy, CrossEntropy(Name = "Mixed", View = View.Mixed)]
    [RegMixup(Alpha = 10)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Mixed;
}
