namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Bounded logits bound the loss of wrong labels.</summary>
internal sealed partial class LogitClipNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "LogitClip",
        Id = "001-016",
        Problem = Digits.SymmetricNoise(0.4),
        Claim = new("Fewer wrong labels are learnt by heart", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 2e-3, 5e-3, 1e-2)),
        Treated = Arm.Of(Clipped.Definition, Clipped.Train, Grid.Of("AdamW.LearningRate", 2e-3, 5e-3).Times("LogitClip.Maximum", 1.5, 4)),
    };

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(64), Dense(64), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(2e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(64), Dense(64), Relu, Dense(10)]
    [CrossEntropy, LogitClip]
    [Standardize, AdamW(2e-3), Cosine]
    internal partial class Clipped;
}
