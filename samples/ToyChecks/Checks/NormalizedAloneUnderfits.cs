namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>The same paper: a normalised loss alone is robust, and learns too little; the passive term mends it.</summary>
internal sealed partial class NormalizedAloneUnderfits : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "NormalizedCrossEntropy",
        Id = "001-019",
        Problem = Digits.SymmetricNoise(0.6, perClass: 100),
        Claim = new("More right answers than with the normalised loss alone", Classification.Accuracy(), Threshold: 2),
        Selection = Classification.Accuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(WithPassiveTerm.Definition, WithPassiveTerm.Train, Grid.Of("AdamW.LearningRate", 1e-4, 3e-4, 1e-3, 3e-3).Times("ReverseCrossEntropy.Weight", 0.1, 1)),
    };

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
#pragma warning disable RCP0119 // What the rule warns of is what this check shows.
    [NormalizedCrossEntropy]
#pragma warning restore RCP0119
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 60, BatchSize = 32)]
    [Input(64), Dense(128), Relu, Dense(10)]
    [NormalizedCrossEntropy, ReverseCrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class WithPassiveTerm;
}
