namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>The average of the last weights is better than the last ("Acceleration of Stochastic Approximation by Averaging", 1992), here at a constant rate.</summary>
internal sealed partial class WeightAverageNoise : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "WeightAverage",
        Problem = Digits.SymmetricNoise(0.2, perClass: 100),
        Claim = new("Smaller negative log-likelihood at a constant rate", Classification.NegativeLogLikelihood(), Threshold: 0.02),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Averaged.Definition, Averaged.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("WeightAverage.Decay", 0.99, 0.999)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3)]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), WeightAverage]
    internal partial class Averaged;
}
