namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Rows brought to mean 0 and variance 1 train in fewer steps, with batches of any size ("Layer Normalization", 2016).</summary>
internal sealed partial class LayerNormSmallBatches : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "LayerNorm",
        Id = "002-125",
        Problem = Digits.Clean(60),
        Claim = new("Smaller negative log-likelihood after two epochs of small batches", Classification.NegativeLogLikelihood(), Threshold: 0.02),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(Normalised.Definition, Normalised.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
    };

    [Recipe(Epochs = 2, BatchSize = 4)]
    [Input(64), Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 2, BatchSize = 4)]
    [Input(64), Dense(32), LayerNorm, Relu, Dense(32), LayerNorm, Relu, Dense(32), LayerNorm, Relu, Dense(32), LayerNorm, Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Normalised;
}
