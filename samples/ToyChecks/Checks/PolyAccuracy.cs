namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>One changed coefficient of cross-entropy's polynomial ("PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions", 2022).</summary>
internal sealed partial class PolyAccuracy : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "PolyCrossEntropy",
        Id = "001-052",
        Problem = Digits.Clean(20),
        Claim = new("More right answers than cross-entropy", Classification.Accuracy(), Threshold: 0.5),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Poly.Definition, Poly.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2).Times("PolyCrossEntropy.Epsilon", -1, 2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [PolyCrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Poly;
}
