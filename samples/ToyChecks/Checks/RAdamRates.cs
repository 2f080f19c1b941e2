namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Adam with its variance rectified needs no warm-up ("On the Variance of the Adaptive Learning Rate and Beyond", 2020): large rates do less harm.</summary>
internal sealed partial class RAdamRates : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "RAdam",
        Problem = Digits.Clean(40),
        Claim = new("Smaller negative log-likelihood than Adam at large rates", Classification.NegativeLogLikelihood(), Threshold: 0.02),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("Adam.LearningRate", 0.01, 0.03)),
        Treated = Arm.Of(Rectified.Definition, Rectified.Train, Grid.Of("RAdam.LearningRate", 0.01, 0.03)),
    };

    [Recipe(Epochs = 15, BatchSize = 32)]
    [Input(64), Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, Adam(1e-2)]
    internal partial class Plain;

    [Recipe(Epochs = 15, BatchSize = 32)]
    [Input(64), Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, RAdam(1e-2)]
    internal partial class Rectified;
}
