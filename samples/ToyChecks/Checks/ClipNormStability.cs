namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>Short gradients keep a deep network from being thrown off course at a large rate ("On the Difficulty of Training Recurrent Neural Networks", 2013).</summary>
internal sealed partial class ClipNormStability : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "ClipNorm",
        Id = "002-030",
        Problem = Digits.Clean(40),
        Claim = new("Smaller negative log-likelihood with large rates", Classification.NegativeLogLikelihood(), Threshold: 0.02),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("Sgd.LearningRate", 0.3, 1)),
        Treated = Arm.Of(Clipped.Definition, Clipped.Train, Grid.Of("Sgd.LearningRate", 0.3, 1)),
    };

    [Recipe(Epochs = 20, BatchSize = 32)]
    [Input(64), Dense(32), Tanh, Dense(32), Tanh, Dense(32), Tanh, Dense(32), Tanh, Dense(10)]
    [CrossEntropy]
    [Standardize, Sgd(0.3, Momentum = 0.9), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 20, BatchSize = 32)]
    [Input(64), Dense(32), Tanh, Dense(32), Tanh, Dense(32), Tanh, Dense(32), Tanh, Dense(10)]
    [CrossEntropy]
    [Standardize, Sgd(0.3, Momentum = 0.9), Cosine, ClipNorm(1)]
    internal partial class Clipped;
}
