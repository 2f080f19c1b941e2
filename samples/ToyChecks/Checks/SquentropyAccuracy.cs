namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>The mean square of the wrong logits beside cross-entropy ("Cut your Losses with Squentropy", 2023).</summary>
internal sealed partial class SquentropyAccuracy : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "Squentropy",
        Id = "001-012",
        Problem = Digits.Clean(20),
        Claim = new("More right answers than cross-entropy", Classification.Accuracy(), Threshold: 0.5),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(WithSquares.Definition, WithSquares.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [Squentropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class WithSquares;
}
