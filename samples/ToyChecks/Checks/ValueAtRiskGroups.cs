namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>The mean of the worst rows' losses, with groups unknown while training ("Large-Scale Methods for Distributionally Robust Optimization", 2020).</summary>
internal sealed partial class ValueAtRiskGroups : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "ConditionalValueAtRisk",
        Problem = Digits.Spurious(agreement: 0.9),
        Claim = new("More right answers in the worst group", Classification.WorstGroupAccuracy(), Threshold: 2),
        Selection = Classification.WorstGroupAccuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Robust.Definition, Robust.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2).Times("ConditionalValueAtRisk.Alpha", 0.1, 0.5)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(64), Relu, Dense(2)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(64), Relu, Dense(2)]
    [ConditionalValueAtRisk]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Robust;
}
