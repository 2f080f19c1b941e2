namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Rows divided by their root mean square train deep networks in fewer steps ("Root Mean Square Layer Normalization", 2019).</summary>
internal sealed partial class RmsNormDepth : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "RmsNorm",
        Id = "001-105",
        Problem = Digits.Clean(60),
        Claim = new("Smaller negative log-likelihood after six epochs", Classification.NegativeLogLikelihood(), Threshold: 0.02),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(Normalised.Definition, Normalised.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
    };

    [Recipe(Epochs = 6, BatchSize = 32)]
    [Input(64), Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 6, BatchSize = 32)]
    [Input(64), Dense(32), RmsNorm, Relu, Dense(32), RmsNorm, Relu, Dense(32), RmsNorm, Relu, Dense(32), RmsNorm, Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Normalised;
}
