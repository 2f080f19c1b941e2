namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Rows of rare classes count more, by the inverse of their frequency ("Logistic Regression in Rare Events Data", 2001).</summary>
internal sealed partial class InverseFrequencyTail : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "InverseFrequencyWeights",
        Problem = Digits.LongTailed(50),
        Claim = new("More right answers in the three rarest classes", Classification.Accuracy("tail"), Threshold: 5),
        Selection = Classification.BalancedAccuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(Weighted.Definition, Weighted.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [InverseFrequencyWeights]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Weighted;
}
