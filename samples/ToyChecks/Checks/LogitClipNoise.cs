namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Bounded logits bound the loss of wrong labels ("Mitigating Memorization of Noisy Labels by Clipping the Model Prediction", 2023).</summary>
internal sealed partial class LogitClipNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "LogitClip",
        Id = "001-016",
        Problem = Digits.SymmetricNoise(0.5, perClass: 100),
        Claim = new("More right answers after training on wrong labels", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Clipped.Definition, Clipped.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("LogitClip.Maximum", 1.5, 4)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy, LogitClip]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Clipped;
}
