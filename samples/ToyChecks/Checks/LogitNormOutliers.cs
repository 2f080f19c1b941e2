namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Confidence that cannot grow by longer logits ("Mitigating Neural Network Overconfidence with Logit Normalization", 2022).</summary>
internal sealed partial class LogitNormOutliers : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "LogitNormalizedCrossEntropy",
        Problem = Digits.Outliers(),
        Claim = new("Better detection of outliers by confidence", Classification.OutlierDetection(), Threshold: 1),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Normalised.Definition, Normalised.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2).Times("LogitNormalizedCrossEntropy.Temperature", 0.04, 0.2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(8)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(8)]
    [LogitNormalizedCrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Normalised;
}
