namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>x times its sigmoid in place of the rectifier ("Searching for Activation Functions", 2017).</summary>
internal sealed partial class SiluDepth : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "Silu",
        Id = "001-174",
        Problem = Digits.Clean(40),
        Claim = new("More right answers in a deep network", Classification.Accuracy(), Threshold: 0.5),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(WithSilu.Definition, WithSilu.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
    };

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(64), Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(64), Dense(32), Silu, Dense(32), Silu, Dense(32), Silu, Dense(32), Silu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class WithSilu;
}
