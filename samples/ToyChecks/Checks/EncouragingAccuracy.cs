namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>A bonus for rows that are well classified already ("Well-classified Examples are Underestimated in Classification with Deep Neural Networks", 2021).</summary>
internal sealed partial class EncouragingAccuracy : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "EncouragingCrossEntropy",
        Id = "001-060",
        Problem = Digits.Clean(20),
        Claim = new("More right answers than cross-entropy", Classification.Accuracy(), Threshold: 0.5),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Encouraged.Definition, Encouraged.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2).Times("EncouragingCrossEntropy.LogEnd", 0.5, 0.75)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [EncouragingCrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Encouraged;
}
