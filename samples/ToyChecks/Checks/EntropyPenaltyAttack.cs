namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Sure predictions have wider margins ("Intriguing Properties of Adversarial Examples", 2017).</summary>
internal sealed partial class EntropyPenaltyAttack : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "PredictionEntropy",
        Id = "000-061",
        Problem = Digits.Clean(60),
        Claim = new("More right answers after a small step against the network", Attacks.SignedStep(0.03), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Sure.Definition, Sure.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2).Times("PredictionEntropy.Weight", 0.1, 0.5)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy, PredictionEntropy(Weight = 0.1)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Sure;
}
