namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Smooth joints make two trainings agree more ("Smooth activations and reproducibility in deep networks", 2020).</summary>
internal sealed partial class SmeluReproducibility : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "Smelu",
        Id = "001-133",
        Problem = Digits.Clean(20),
        Claim = new("Two trainings from different seeds agree more", Classification.Churn(), Threshold: 0.5),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(WithSmelu.Definition, WithSmelu.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
    };

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(64), Dense(32), Relu, Dense(32), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(64), Dense(32), Smelu(Beta = 0.5), Dense(32), Smelu(Beta = 0.5), Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class WithSmelu;
}
