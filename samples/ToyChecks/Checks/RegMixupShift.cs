namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Strongly mixed rows beside the clean ones ("Using Mixup as a Regularizer Can Surprisingly Improve Accuracy and Out-of-Distribution Robustness", 2022).</summary>
internal sealed partial class RegMixupShift : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "RegMixup",
        Id = "001-182",
        Problem = Digits.NoisyTestPixels(0.1),
        Claim = new("More right answers on noisy pixels", Classification.Accuracy("shifted"), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Mixed.Definition, Mixed.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2).Times("RegMixup.Alpha", 2, 20)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy, CrossEntropy(Name = "Mixed", View = View.Mixed)]
    [RegMixup(Alpha = 10)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Mixed;
}
