namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>The reverse cross-entropy keeps probability off what never happens ("MixCE: Training Autoregressive Language Models by Mixing Forward and Reverse Cross-Entropies", 2023).</summary>
internal sealed partial class MixCrossEntropyBigrams : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "MixCrossEntropy",
        Id = "001-009",
        Problem = Synthetic.Bigrams(train: 240),
        Claim = new("Closer to the true probabilities with few pairs", Classification.TotalVariation(), Threshold: 0.5),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2, 0.1).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Mixed.Definition, Mixed.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2, 0.1).Times("MixCrossEntropy.ForwardShare", 0.3, 0.7)),
    };

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(12), Dense(32), Relu, Dense(12)]
    [CrossEntropy]
    [AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(12), Dense(32), Relu, Dense(12)]
    [MixCrossEntropy]
    [AdamW(1e-3), Cosine]
    internal partial class Mixed;
}
