namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>x times the sigmoid of x in place of the rectifier ("Searching for Activation Functions", 2017): the paper finds the gap to grow with depth.</summary>
internal sealed partial class SwishDepth : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "Swish",
        Id = "001-174",
        Problem = Digits.Clean(40),
        Claim = new("More right answers in a network of eight hidden layers", Classification.Accuracy(), Threshold: 0.5),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2, 0.1)),
        Treated = Arm.Of(WithSwish.Definition, WithSwish.Train, Grid.Of("AdamW.LearningRate", 3e-3, 1e-2, 3e-2, 0.1)),
    };

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(64), Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 30, BatchSize = 32)]
    [Input(64), Dense(32), Swish, Dense(32), Swish, Dense(32), Swish, Dense(32), Swish, Dense(32), Swish, Dense(32), Swish, Dense(32), Swish, Dense(32), Swish, Dense(10)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class WithSwish;
}
