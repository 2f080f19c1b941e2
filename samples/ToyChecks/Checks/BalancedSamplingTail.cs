namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Rare classes drawn as often as frequent ones ("A systematic study of the class imbalance problem in convolutional neural networks", 2018).</summary>
internal sealed partial class BalancedSamplingTail : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "ClassBalancedSampling",
        Id = "000-009",
        Problem = Digits.LongTailed(50),
        Claim = new("More right answers, all classes counting alike", Classification.BalancedAccuracy(), Threshold: 2),
        Selection = Classification.BalancedAccuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(Balanced.Definition, Balanced.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, ClassBalancedSampling, AdamW(1e-3), Cosine]
    internal partial class Balanced;
}
