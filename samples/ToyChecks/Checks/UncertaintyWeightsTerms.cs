namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Learned weights of terms do without tuning what a grid of weights finds ("Multi-Task Learning Using Uncertainty to Weigh Losses", 2018).</summary>
internal sealed partial class UncertaintyWeightsTerms : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "UncertaintyWeights",
        Problem = Digits.Clean(20),
        Claim = new("As good as the best of tried weights of a second term", Classification.Accuracy(), Threshold: 0.5, NoWorse: true),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2).Times("Squentropy.Weight", 0.3, 3)),
        Treated = Arm.Of(Learned.Definition, Learned.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2).Times("AdamW.WeightDecay", 0.01, 1)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy, Squentropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy, Squentropy]
    [UncertaintyWeights]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Learned;
}
