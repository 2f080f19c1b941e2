namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Predictions should agree with the mean of earlier ones ("Temporal Ensembling for Semi-Supervised Learning", 2017).</summary>
internal sealed partial class TemporalEnsemblingNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "TemporalEnsembling",
        Problem = Digits.SymmetricNoise(0.6, perClass: 100),
        Claim = new("More right answers after training on wrong labels", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Ensembled.Definition, Ensembled.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("TemporalEnsembling.Weight", 3, 30)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy, TemporalEnsembling]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Ensembled;
}
