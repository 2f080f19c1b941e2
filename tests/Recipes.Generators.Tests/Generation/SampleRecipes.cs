namespace Recipes.Generators.Tests.Generation;

/// <summary>Recipes that the generator's tests share; together they use every kind of thing a recipe may declare.</summary>
internal static class SampleRecipes
{
    public const string Digits = """
        namespace Sample;

        [Recipe(Epochs = 30, BatchSize = 64, Seed = 7)]
        [Input(64), Dense(128), Relu, Dropout(0.1), Dense(10)]
        [CrossEntropy(LabelSmoothing = 0.05, Weight = 0.7), Squentropy(Weight = 0.3)]
        [Standardize, ClassBalancedSampling]
        [AdamW(1e-2, WeightDecay = 1e-2), Cosine(Warmup = 0.05), ClipNorm(1.0)]
        [TemperatureScaling, ConformalSets(Alpha = 0.02)]
        public partial class Digits;
        """;

    public const string OwnTerm = """
        namespace Sample;

        [Recipe(Epochs = 5, BatchSize = 16)]
        [Input(8), Dense(16), Tanh, Dense(3)]
        [CrossEntropy]
        [Sgd(0.1, Momentum = 0.9, Nesterov = true), WeightAverage(Decay = 0.99), EarlyStopping(Metric.Accuracy, PatienceEpochs = 2)]
        [Ramp("Confidence.Weight", From = 0, To = 0.1, Until = 0.5)]
        public partial class OwnTerm
        {
            [LossTerm(Weight = 0.1)]
            static Scalar Confidence(Logits z, Label y) => Square(Max(Softmax(z)));
        }
        """;

    public const string Specimens = """
        namespace Sample;

        [Recipe(Epochs = 2, BatchSize = 32, Seed = 1)]
        [Input(8), Dense(24), RmsNorm, Silu, Dense(4)]
        [CrossEntropy, CrossEntropy(Name = "MixedCrossEntropy", View = View.Mixed, Weight = 0.5)]
        [EarlyLearning(Weight = 0.2), PredictionDiversity(Weight = 0.1), ConditionalMutualInformation(Weight = 0.05)]
        [LogitClip(Maximum = 8), EffectiveNumberWeights(Beta = 0.99), RegMixup(Alpha = 2)]
        [Lamb(1e-2), OneCycle(PeakAt = 0.3)]
        public partial class Specimens;
        """;

    public const string LatentWeights = """
        namespace Sample;

        [Recipe(Epochs = 2, BatchSize = 32, Seed = 1)]
        [Input(8), Dense(24), Silu, Dense(4)]
        [CrossEntropy]
        [WeightNormalization]
        [AdamW(1e-2)]
        public partial class LatentWeights;
        """;

    public const string Images = """
        namespace Sample;

        [Recipe(Epochs = 2, BatchSize = 32, Seed = 1)]
        [Input(3, 12, 10), Conv(8, 3, Padding = 1), Relu, MaxPool(2), Conv(16, 3, Groups = 2), Silu, Dropout(0.1), AveragePool(2), Flatten, Dense(4)]
        [CrossEntropy]
        [AdamW(1e-2)]
        public partial class Images;
        """;

    public const string Nested = """
        namespace Sample;

        public partial class Outer
        {
            internal partial struct Middle
            {
                [Recipe, Input(4), Dense(2), CrossEntropy, AdamW(1e-3)]
                internal partial class Inner;
            }
        }
        """;

    public const string FiveTerms = """
        namespace Sample;

        [Recipe(Epochs = 5, BatchSize = 32)]
        [Input(8), Dense(10)]
        [CrossEntropy(LabelSmoothing = 0.1, Weight = 0.4), Focal(Weight = 0.2), GeneralizedCrossEntropy(Weight = 0.2), ConfidencePenalty(Weight = 0.1), Brier(Weight = 0.1)]
        [AdamW(1e-3)]
        public partial class FiveTerms;
        """;

    public static readonly string[] All = [Digits, OwnTerm, Specimens, Nested, FiveTerms];
}
