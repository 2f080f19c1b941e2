namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Rows of rare classes count more, by the effective number of rows ("Class-Balanced Loss Based on Effective Number of Samples", 2019).</summary>
internal sealed partial class EffectiveNumberTail : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "EffectiveNumberWeights",
        Id = "001-072",
        Problem = Digits.LongTailed(50),
        Claim = new("More right answers, all classes counting alike", Classification.BalancedAccuracy(), Threshold: 2),
        Selection = Classification.BalancedAccuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Weighted.Definition, Weighted.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2).Times("EffectiveNumberWeights.Beta", 0.99, 0.999)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [EffectiveNumberWeights]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Weighted;
}
