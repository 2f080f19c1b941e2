namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Squares in place of cross-entropy ("Evaluation of Neural Architectures Trained with Square Loss vs Cross-Entropy in Classification Tasks", 2021).</summary>
internal sealed partial class SquareLossAccuracy : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "SquareLoss",
        Problem = Digits.Clean(20),
        Claim = new("As many right answers as cross-entropy", Classification.Accuracy(), Threshold: 0.5, NoWorse: true),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(Squares.Definition, Squares.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [SquareLoss]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Squares;
}
