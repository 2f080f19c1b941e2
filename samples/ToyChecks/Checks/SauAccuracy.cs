namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>A leaky rectifier smoothed by a normal kernel ("SAU: Smooth activation function using convolution with approximate identities", 2022).</summary>
internal sealed partial class SauAccuracy : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "Sau",
        Id = "001-125",
        Problem = Digits.Clean(40),
        Claim = new("More right answers in a deep network", Classification.Accuracy(), Threshold: 0.5),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2, 0.1)),
        Treated = Arm.Of(WithSau.Definition, WithSau.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2, 0.1)),
    };

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(64), Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(64), Dense(32), Sau(N = 2), Dense(32), Sau(N = 2), Dense(32), Sau(N = 2), Dense(32), Sau(N = 2), Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class WithSau;
}
