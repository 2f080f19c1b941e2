namespace Recipes.TestHost;

/// <summary>Wide enough that every product, the normalisation, the loss and the update are cut into several tasks.</summary>
[Recipe(Epochs = 6, BatchSize = 256, Seed = 5)]
[Input(64), Dense(512), LayerNorm, Prelu, Dropout(0.2), Dense(384), Tanh, Dense(10)]
[CrossEntropy(LabelSmoothing = 0.05, Weight = 0.7), Focal(Weight = 0.3), Standardize]
[AdamW(1e-3), Cosine(Warmup = 0.1), ClipNorm(1.0), WeightAverage(Decay = 0.9)]
[TemperatureScaling, ConformalSets(Alpha = 0.1)]
public partial class Wide;

/// <summary>The recipe of the sample, with what it leaves out: early stopping and averages.</summary>
[Recipe(Epochs = 6, BatchSize = 64, Seed = 7)]
[Input(64), Dense(32), Relu, Dropout(0.1), Dense(10)]
[CrossEntropy(LabelSmoothing = 0.05, Weight = 0.7), Squentropy(Weight = 0.3), Standardize, ClassBalancedSampling]
[AdamW(1e-2, WeightDecay = 1e-2), Cosine(Warmup = 0.05), ClipNorm(1.0), WeightAverage(Decay = 0.95)]
[EarlyStopping(Metric.NegativeLogLikelihood, PatienceEpochs = 4)]
[TemperatureScaling, ConformalSets(Alpha = 0.05)]
public partial class SmallDigits;

/// <summary>A small recipe with epochs enough for thousands of steps.</summary>
[Recipe(Epochs = 20_000, BatchSize = 64, Seed = 7)]
[Input(64), Dense(32), Relu, Dropout(0.1), Dense(10)]
[CrossEntropy(LabelSmoothing = 0.05, Weight = 0.7), Squentropy(Weight = 0.3), Standardize, ClassBalancedSampling]
[AdamW(1e-2, WeightDecay = 1e-2), Cosine(Warmup = 0.05), ClipNorm(1.0), WeightAverage(Decay = 0.95)]
[TemperatureScaling, ConformalSets(Alpha = 0.05)]
public partial class Endurance;

/// <summary>One specimen of each kind of thing a formula can be: memory, batch reduction, means by label, a transform before every loss, a row-wise layer, an optimizer per tensor, a mixed view.</summary>
[Recipe(Epochs = 6, BatchSize = 48, Seed = 3)]
[Input(64), Dense(48), RmsNorm, Silu, Dropout(0.05), Dense(10)]
[CrossEntropy, CrossEntropy(Name = "Mixed", View = View.Mixed, Weight = 0.5)]
[EarlyLearning(Weight = 0.3), PredictionDiversity(Weight = 0.1), ConditionalMutualInformation(Weight = 0.05)]
[LogitClip(Maximum = 8), EffectiveNumberWeights(Beta = 0.99), RegMixup(Alpha = 2), Standardize]
[Lamb(2e-2), OneCycle(PeakAt = 0.3)]
public partial class Specimens;

/// <summary>Learned weights between terms, a term and an activation of its own, knobs that move.</summary>
[Recipe(Epochs = 6, BatchSize = 32, Seed = 11)]
[Input(64), Dense(32), Apply("Bent"), Dense(10)]
[CrossEntropy, Focal(Gamma = 0.5), UncertaintyWeights, Standardize]
[Sgd(0.05, Momentum = 0.9, Nesterov = true), Linear(Warmup = 0.1)]
[Ramp("Focal.Gamma", From = 0, To = 2, Until = 0.5), Ramp("Confidence.Weight", From = 0, To = 0.1)]
public partial class Learning
{
    [Activation]
    static Scalar Bent(Scalar x) => (Sqrt(Square(x) + 1) - 1) / 2 + x;

    [LossTerm(Weight = 0.1, From = 0.25, Every = 2)]
    static Scalar Confidence(Logits z, Label y) => Square(Max(Softmax(z)));
}
