namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>One rise and fall of a large rate trains in fewer steps ("Super-Convergence", 2018).</summary>
internal sealed partial class OneCycleFewSteps : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "OneCycle",
        Id = "002-077",
        Problem = Digits.Clean(60),
        Claim = new("Smaller negative log-likelihood after four epochs", Classification.NegativeLogLikelihood(), Threshold: 0.02),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("Sgd.LearningRate", 0.03, 0.1, 0.3, 1)),
        Treated = Arm.Of(Cycled.Definition, Cycled.Train, Grid.Of("Sgd.LearningRate", 0.03, 0.1, 0.3, 1)),
    };

    [Recipe(Epochs = 4, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, Sgd(0.1, Momentum = 0.9)]
    internal partial class Plain;

    [Recipe(Epochs = 4, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, Sgd(0.1, Momentum = 0.9), OneCycle]
    internal partial class Cycled;
}
