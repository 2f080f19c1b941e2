namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Steps by how far gradients are from their own average ("AdaBelief Optimizer: Adapting Stepsizes by the Belief in Observed Gradients", 2020).</summary>
internal sealed partial class AdaBeliefAccuracy : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "AdaBelief",
        Problem = Digits.Clean(20),
        Claim = new("More right answers than Adam", Classification.Accuracy(), Threshold: 0.5),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("Adam.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
        Treated = Arm.Of(WithAdaBelief.Definition, WithAdaBelief.Train, Grid.Of("AdaBelief.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, Adam(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdaBelief(1e-3), Cosine]
    internal partial class WithAdaBelief;
}
