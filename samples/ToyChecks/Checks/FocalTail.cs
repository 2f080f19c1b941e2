namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Well classified rows count less, which leaves more of the gradient to rare classes ("Focal Loss for Dense Object Detection", 2017).</summary>
internal sealed partial class FocalTail : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "Focal",
        Id = "003-021",
        Problem = Digits.LongTailed(50),
        Claim = new("More right answers in the three rarest classes", Classification.Accuracy("tail"), Threshold: 5),
        Selection = Classification.BalancedAccuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(WithFocal.Definition, WithFocal.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2).Times("Focal.Gamma", 1, 2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [Focal]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class WithFocal;
}
