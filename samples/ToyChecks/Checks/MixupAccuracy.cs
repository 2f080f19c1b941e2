namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Rows and labels mixed with a partner's, in place of the rows themselves ("mixup: Beyond Empirical Risk Minimization", 2018).</summary>
internal sealed partial class MixupAccuracy : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "RegMixup",
        Id = "002-089",
        Problem = Digits.Clean(20),
        Claim = new("More right answers", Classification.Accuracy(), Threshold: 0.5),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Mixed.Definition, Mixed.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2).Times("RegMixup.Alpha", 0.2, 1)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy(View = View.Mixed)]
    [RegMixup(Alpha = 0.2)]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Mixed;
}
