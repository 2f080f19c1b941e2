namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Predictions of a class drawn together ("Conditional Mutual Information Constrained Deep Learning for Classification", 2023).</summary>
internal sealed partial class CmiAccuracy : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "ConditionalMutualInformation",
        Problem = Digits.Clean(20),
        Claim = new("More right answers than cross-entropy alone", Classification.Accuracy(), Threshold: 0.5),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Concentrated.Definition, Concentrated.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2).Times("ConditionalMutualInformation.Weight", 0.1, 0.5)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy, ConditionalMutualInformation(Weight = 0.1)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Concentrated;
}
