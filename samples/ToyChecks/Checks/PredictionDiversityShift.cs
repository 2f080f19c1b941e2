namespace Recipes.Samples.ToyChecks.Checks;

/// <summary>An even mean prediction against a prior that is turned round ("Do We Really Need to Access the Source Data?", 2020, uses it on the target rows; here it is used on the train rows).</summary>
internal sealed partial class PredictionDiversityShift : IToyCheck
{
    public ToyCheck Check { get; } = new()
    {
        Technique = "PredictionDiversity",
        Problem = Synthetic.LabelShift(ratio: 10, train: 300),
        Claim = new("More right answers under the reversed prior", Classification.Accuracy("shifted"), Threshold: 2),
        Selection = Classification.BalancedAccuracy("validation"),
        Baseline = Arm.Of(Plain.Definition, Plain.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2).Times("AdamW.WeightDecay", 0.01, 1)),
        Treated = Arm.Of(Diverse.Definition, Diverse.Train, Grid.Of("AdamW.LearningRate", 1e-3, 3e-3, 1e-2, 3e-2).Times("PredictionDiversity.Weight", 0.3, 1)),
    };

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(8), Dense(64), Relu, Dense(6)]
    [CrossEntropy]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Plain;

    [Recipe(Epochs = 40, BatchSize = 32)]
    [Input(8), Dense(64), Relu, Dense(6)]
    [CrossEntropy, PredictionDiversity]
    [Standardize, AdamW(1e-3), Cosine]
    internal partial class Diverse;
}
