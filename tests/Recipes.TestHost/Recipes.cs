namespace Recipes.TestHost;

/// <summary>Wide enough that every product, the normalisation, the loss and the update are cut into several tasks.</summary>
[Recipe(Epochs = 6, BatchSize = 256, Seed = 5)]
[Input(64), Dense(512), LayerNorm, Prelu, Dropout(0.2), Dense(384), Tanh, Dense(10)]
[CrossEntropy(LabelSmoothing = 0.05, Weight = 0.7), Focal(Weight = 0.3), Standardize]
[AdamW(1e-3), Cosine(Warmup = 0.1), ClipNorm(1.0), WeightAverage(Decay = 0.9)]
[TemperatureScaling, ConformalSets(Alpha = 0.1)]
public partial class Wide;

/// <summary>Weights that are made of latent numbers, in several chunks, with lengths of units that are trained, and averages of them.</summary>
[Recipe(Epochs = 20_000, BatchSize = 256, Seed = 5)]
[Input(64), Dense(384), Tanh, Dense(96), Tanh, Dense(10)]
[CrossEntropy, Standardize, WeightNormalization]
[AdamW(1e-3), ClipNorm(1.0), WeightAverage(Decay = 0.9)]
public partial class LatentWeights;

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

/// <summary>A loss for everything that rows, views and runs can give one, and for what a loss can keep or learn.</summary>
[Recipe(Epochs = 6, BatchSize = 48, Seed = 13)]
[Input(64), Dense(32), Silu, Dropout(0.1), Dense(10)]
[CrossEntropy, CrossEntropy(Name = "Mixed", View = View.Mixed, Weight = 0.3), RegMixup(Alpha = 2)]
[Standardize, TeacherLogits, Groups(2), Domains(3), SampleWeights, InverseFrequencyWeights, NoisyView(Deviation = 0.2), MaskedView(Rate = 0.2)]
[AdamW(5e-3), EarlyStopping(Metric.Accuracy, PatienceEpochs = 5)]
public partial class Given
{
    [LossTerm(Weight = 0.3)]
    static Scalar Distillation(Logits z, Teacher t, SoftTarget s) => -Dot(Softmax(t) + s, LogSoftmax(z));

    [LossTerm(Weight = 0.2)]
    static Scalar Corrected(Logits z, Label y, Transition t, ClassPrior p) => -Log(Dot(Observed(t, y), Softmax(z + Log(p))));

    [LossTerm(Weight = 0.2)]
    static Scalar Grouped(Logits z, Label y, Group g, Domain d, ref Running<Groups> mean, LearnedRow<Domains> s)
    {
        Scalar loss = -LogSoftmax(z)[y];
        Scalar weighed = loss * (1 + mean[g]) * Exp(-s[d]) + s[d];
        mean = 0.9 * mean + 0.1 * BatchMean(OneHot(g) * loss);
        return weighed;
    }

    [LossTerm(Weight = 0.2)]
    static Scalar Agreement(Logits z, OtherLogits o, Embedding h, OtherEmbedding k, Label y, LearnedMatrix<Class, Feature> c, ref ExampleMemory last)
    {
        Scalar apart = Sum(Square(Softmax(z) - Softmax(o))) + 0.1 * Mean(Square(h - k));
        Scalar result = apart * (1 + last) - 0.1 * LogSoftmax(Product(c, h))[y];
        last = 0.5 * last + 0.5 * apart;
        return result;
    }
}

/// <summary>A regression of two targets with two outputs for each.</summary>
[Recipe(Epochs = 6, BatchSize = 48, Seed = 17)]
[Input(64), Dense(48), Relu, Dropout(0.05), Dense(4), Targets(2)]
[Standardize, StandardizeTargets, SampleWeights, Adam(5e-3), WeightAverage(Decay = 0.9)]
[EarlyStopping(Metric.RootMeanSquaredError, PatienceEpochs = 5)]
public partial class Ink
{
    [LossTerm, Likelihood]
    static Scalar GaussianLikelihood(Outputs mean, Outputs logVariance, Targets y) => 0.5 * Mean(Square(y - mean) * Exp(-logVariance) + logVariance);
}

/// <summary>Several labels of each row.</summary>
[Recipe(Epochs = 6, BatchSize = 48, Seed = 19)]
[Input(64), Dense(48), Relu, Dense(3), MultiLabel]
[Standardize, Adam(5e-3), EarlyStopping(Metric.MeanAveragePrecision, PatienceEpochs = 5)]
public partial class Strokes
{
    [LossTerm]
    static Scalar Binary(Logits z, MultiLabel y) => Mean(Softplus(z) - y * z);
}

/// <summary>Inputs of every kind, with epochs enough for thousands of steps.</summary>
[Recipe(Epochs = 20_000, BatchSize = 64, Seed = 13)]
[Input(64), Dense(16), Silu, Dense(10)]
[CrossEntropy, Standardize, TeacherLogits, Groups(2), Domains(3), SampleWeights, NoisyView(Deviation = 0.2), MaskedView(Rate = 0.2), Adam(1e-3)]
public partial class EnduranceOfInputs
{
    [LossTerm(Weight = 0.3)]
    static Scalar All(
        Logits z, OtherLogits o, Embedding h, Label y, Teacher t, SoftTarget s, Transition n, ClassPrior p, Group g, Domain d, ref Running<Groups> mean, ref ExampleMemory last)
    {
        Scalar loss = -Dot(Softmax(t) + s, LogSoftmax(z)) - Log(Dot(Observed(n, y), Softmax(z + Log(p)))) + Sum(Square(Softmax(z) - Softmax(o))) + Mean(Square(h));
        Scalar weighed = loss * (1 + mean[g]) + 0.1 * CountBy(d) + last;
        mean = 0.9 * mean + 0.1 * BatchMean(OneHot(g) * loss);
        last = 0.5 * last + 0.1 * loss;
        return weighed;
    }
}

/// <summary>A regression with epochs enough for thousands of steps.</summary>
[Recipe(Epochs = 20_000, BatchSize = 64, Seed = 17)]
[Input(64), Dense(16), Relu, Dense(2), Targets(2), MeanSquaredError, Standardize, StandardizeTargets, SampleWeights, Adam(1e-3)]
public partial class EnduranceOfTargets
{
    [LossTerm(Weight = 0.1), Likelihood]
    static Scalar Laplace(Outputs z, Targets y) => Mean(Sqrt(Square(z - y) + 1e-4));
}

/// <summary>Several labels, with epochs enough for thousands of steps.</summary>
[Recipe(Epochs = 20_000, BatchSize = 64, Seed = 19)]
[Input(64), Dense(16), Relu, Dense(3), MultiLabel, Standardize, Adam(1e-3)]
public partial class EnduranceOfLabels
{
    [LossTerm]
    static Scalar Binary(Logits z, MultiLabel y) => Mean(Softplus(z) - y * z);
}

/// <summary>Layers over images, with what rides along, two views and averages.</summary>
[Recipe(Epochs = 6, BatchSize = 48, Seed = 23)]
[Input(1, 8, 8), Conv(16, 3, Padding = 1), Relu, MaxPool(2), Dropout(0.1), Conv(24, 3, Padding = 1, Groups = 2), Silu, AveragePool(2, Stride = 1), Flatten, Dense(32), Relu, Dense(10)]
[CrossEntropy, CrossEntropy(Name = "Mixed", View = View.Mixed, Weight = 0.5), RegMixup(Alpha = 2), Standardize]
[AdamW(3e-3), ClipNorm(1.0), WeightAverage(Decay = 0.9)]
public partial class Images;

/// <summary>The pixels of a digit as two channels of a sequence, with epochs enough for thousands of steps.</summary>
[Recipe(Epochs = 20_000, BatchSize = 64, Seed = 29)]
[Input(2, 32), Conv(8, 5, Stride = 2, Padding = 2), Relu, MaxPool(2), Conv(12, 3, Dilation = 2, Padding = 2), Tanh, GlobalAveragePool, Flatten, Dense(10)]
[CrossEntropy, Standardize, Adam(1e-3)]
public partial class EnduranceOfSequences;
