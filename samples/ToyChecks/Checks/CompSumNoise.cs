namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>A member of the family between cross-entropy and the absolute error ("Cross-Entropy Loss Functions: Theoretical Analysis and Applications", 2023).</summary>
internal sealed partial class CompSumNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "CompSum",
        Id = "001-001",
        Problem = Digits.SymmetricNoise(0.6, perClass: 100),
        Claim = new("More right answers after training on wrong labels", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Robust.Definition, Robust.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("CompSum.Tau", 1.3, 1.7)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CompSum(Tau = 1.5)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Robust;
}
