namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Steps of one size in the sign of the momentum, with less state than Adam ("Symbolic Discovery of Optimization Algorithms", 2023).</summary>
internal sealed partial class LionAccuracy : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "Lion",
        Problem = Digits.Clean(40),
        Claim = new("As many right answers as with AdamW", Classification.Accuracy(), Threshold: 0.5, NoWorse: true),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(WithLion.Definition, WithLion.Train, Grid.Of("Lion.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, Lion(3e-4), Cosine]
    internal partial class WithLion;
}
