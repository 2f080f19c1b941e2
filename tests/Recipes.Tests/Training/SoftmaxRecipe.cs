using System.Globalization;
using Recipes.Training;

namespace Recipes.Tests.Training;

/// <summary>What a test may choose of the hand-written recipe; a definition is made of it.</summary>
internal sealed record SoftmaxRecipe
{
    /// <summary>Index of the learning rate's knob.</summary>
    public const int LearningRateKnob = 0;
    /// <summary>Index of the first term's weight.</summary>
    public const int CrossEntropyKnob = 1;
    /// <summary>Index of the second term's weight.</summary>
    public const int PenaltyKnob = 2;
    /// <summary>Index of a knob that nothing reads.</summary>
    public const int GammaKnob = 3;

    public string Name { get; init; } = "Softmax";
    public string Source { get; init; } = "[Recipe]\n[Input(4), Dense(3)]\npublic partial class Softmax;";
    public int Inputs { get; init; } = 4;
    public int Classes { get; init; } = 3;
    public int BatchSize { get; init; } = 16;
    public int Epochs { get; init; } = 3;
    public ulong Seed { get; init; } = 7;
    public bool DropLast { get; init; }
    public bool Averages { get; init; }
    public double LearningRate { get; init; } = 0.1;
    public TermInfo CrossEntropy { get; init; } = new("CrossEntropy", CrossEntropyKnob);
    public TermInfo Penalty { get; init; } = new("Penalty", PenaltyKnob);
    public IReadOnlyList<RampInfo> Ramps { get; init; } = [];
    public Func<ISampler> Sampler { get; init; } = () => new UniformSampler();
    public Func<IStoppingRule>? StoppingRule { get; init; }
    public IReadOnlyList<Func<IPreparation>> Preparations { get; init; } = [];
    public IReadOnlyList<Func<ICalibrator>> Calibrators { get; init; } = [];
    public Func<IConformalPredictor>? Conformal { get; init; }

    public RecipeDefinition Define()
    {
        int bias = (Inputs * Classes + 15) / 16 * 16;
        return new RecipeDefinition
        {
            Name = Name,
            Source = Source,
            Plan = "Logits = features · weight + bias.",
            Fingerprint = string.Create(CultureInfo.InvariantCulture, $"{Source}/{Inputs}/{Classes}/{BatchSize}/{Epochs}/{DropLast}/{Averages}"),
            ModelFingerprint = string.Create(CultureInfo.InvariantCulture, $"{Inputs}/{Classes}"),
            InputSize = Inputs,
            Classes = Classes,
            BatchSize = BatchSize,
            Epochs = Epochs,
            Seed = Seed,
            DropLast = DropLast,
            Parameters =
            [
                new ParameterInfo("0.weight", [Classes, Inputs], 0, true, Initializer.KaimingUniform, Inputs, 0, true, true),
                new ParameterInfo("0.bias", [Classes], bias, false, Initializer.KaimingUniform, Inputs, 0, false, true),
            ],
            ParameterFloats = bias + (Classes + 15) / 16 * 16,
            OptimizerFloats = bias + (Classes + 15) / 16 * 16,
            Averages = Averages,
            Knobs =
            [
                new KnobInfo("Sgd.LearningRate", LearningRate, 0, double.PositiveInfinity, ExclusiveMinimum: true),
                new KnobInfo("CrossEntropy.Weight", 1, 0),
                new KnobInfo("Penalty.Weight", 0.01, 0),
                new KnobInfo("Focal.Gamma", 2, 0, 10),
            ],
            Terms = [CrossEntropy, Penalty],
            Ramps = Ramps,
            Memories = [new MemoryInfo("Running", 1, 0.25)],
            LearningRateKnob = LearningRateKnob,
            Sampler = Sampler,
            Preparations = Preparations,
            StoppingRule = StoppingRule,
            Calibrators = Calibrators,
            Conformal = Conformal,
        };
    }

    public SoftmaxTrainer Trainer(Splits? splits = null, TrainingOptions? options = null) =>
        new(Define(), splits ?? Blobs.Splits, options ?? new TrainingOptions { Threads = 1 });
}
