namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Wrong labels are learnt last, so that stopping early leaves them out ("Gradient Descent with Early Stopping is Provably Robust to Label Noise", 2020).</summary>
internal sealed partial class EarlyStoppingNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "EarlyStopping",
        Problem = Digits.SymmetricNoise(0.6, perClass: 100),
        Claim = new("More right answers after training on wrong labels", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3)),
        Treated = Arm.Of(Stopped.Definition, Stopped.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    [EarlyStopping(Metric.Accuracy, PatienceEpochs = 10)]
    internal partial class Stopped;
}
