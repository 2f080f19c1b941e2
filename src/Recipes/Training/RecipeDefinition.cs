using System.Globalization;

namespace Recipes.Training;

/// <summary>Everything about a recipe that the shared runtime needs to know; the generator writes one per recipe.</summary>
public sealed class RecipeDefinition
{
    /// <summary>The recipe class's name.</summary>
    public required string Name { get; init; }
    /// <summary>The recipe as its author wrote it, for the report.</summary>
    public required string Source { get; init; }
    /// <summary>The plan in English, for the report and <c>explain</c>.</summary>
    public required string Plan { get; init; }
    /// <summary>A hash of all that a checkpoint depends on: layers, terms, knobs' declared values, components and their arguments.</summary>
    public required string Fingerprint { get; init; }
    /// <summary>A hash of what a model file depends on: input, layers, preparation, calibrators and conformal predictor.</summary>
    public required string ModelFingerprint { get; init; }
    /// <summary>Features per row.</summary>
    public required int InputSize { get; init; }
    /// <summary>What the recipe learns.</summary>
    public RecipeTask Task { get; init; }
    /// <summary>Classes, or labels that a row may have several of: the width of the last layer; 0 in a regression.</summary>
    public required int Classes { get; init; }
    /// <summary>Targets of a regression; else 0.</summary>
    public int Targets { get; init; }
    /// <summary>The width of the last layer: the classes, or a whole multiple of a regression's targets.</summary>
    public int Outputs { get => field == 0 ? Classes : field; init; }
    /// <summary>Rows of the labelled stream per optimizer step.</summary>
    public required int BatchSize { get; init; }
    /// <summary>Views per row that go through the network in one step: 1, or 2 with a second view.</summary>
    public int Views { get; init; } = 1;
    /// <summary>Epochs of the whole run.</summary>
    public required int Epochs { get; init; }
    /// <summary>The declared seed.</summary>
    public required ulong Seed { get; init; }
    /// <summary>Whether a last short batch is dropped.</summary>
    public bool DropLast { get; init; }
    /// <summary>Optimizer steps per epoch for so many train rows: ⌈rows / batch size⌉, or ⌊·⌋ when a short batch is dropped.</summary>
    public int StepsPerEpoch(int trainRows) => DropLast ? trainRows / BatchSize : (int)(((long)trainRows + BatchSize - 1) / BatchSize);
    /// <summary>Every trained tensor, in order of its place in the parameter buffer.</summary>
    public required IReadOnlyList<ParameterInfo> Parameters { get; init; }
    /// <summary>Floats in the parameter buffer, padding between tensors included.</summary>
    public required int ParameterFloats { get; init; }
    /// <summary>Floats that the update of the parameters keeps from step to step.</summary>
    public required int OptimizerFloats { get; init; }
    /// <summary>What of them does not start at 0.</summary>
    public IReadOnlyList<OptimizerStart> OptimizerStarts { get; init; } = [];
    /// <summary>Whether the recipe averages its weights (the averages are evaluated, calibrated and kept).</summary>
    public bool Averages { get; init; }
    /// <summary>Numbers that can change without recompiling, by path.</summary>
    public required IReadOnlyList<KnobInfo> Knobs { get; init; }
    /// <summary>Loss terms, in order of declaration.</summary>
    public required IReadOnlyList<TermInfo> Terms { get; init; }
    /// <summary>Declared ramps of knobs.</summary>
    public IReadOnlyList<RampInfo> Ramps { get; init; } = [];
    /// <summary>Memory kept per train row, such as the running targets of a formula.</summary>
    public IReadOnlyList<MemoryInfo> Memories { get; init; } = [];
    /// <summary>Numbers kept for the run, such as a running mean of a formula.</summary>
    public IReadOnlyList<RunningInfo> Running { get; init; } = [];
    /// <summary>Groups that rows belong to; 0 if the recipe declares none.</summary>
    public int Groups { get; init; }
    /// <summary>Domains that rows come from; 0 if the recipe declares none.</summary>
    public int Domains { get; init; }
    /// <summary>Whether each row counts by its weight.</summary>
    public bool WeighsRows { get; init; }
    /// <summary>What else losses are given, and which of them asks for it.</summary>
    public IReadOnlyList<InputNeed> Needs { get; init; } = [];
    /// <summary>What makes the second view of the batch, in order.</summary>
    public IReadOnlyList<AugmentationInfo> Augmentations { get; init; } = [];
    /// <summary>Index of the learning rate's knob.</summary>
    public required int LearningRateKnob { get; init; }
    /// <summary>Whether the schedule is told the loss on the validation rows after each epoch.</summary>
    public bool SchedulesByValidation { get; init; }
    /// <summary>Makes the sampler.</summary>
    public required Func<ISampler> Sampler { get; init; }
    /// <summary>Make the preparations, in order.</summary>
    public IReadOnlyList<Func<IPreparation>> Preparations { get; init; } = [];
    /// <summary>Whether one of a regression's losses is a likelihood, which evaluations report.</summary>
    public bool HasLikelihood { get; init; }
    /// <summary>Make the preparations of a regression's targets, in order.</summary>
    public IReadOnlyList<Func<ITargetPreparation>> TargetPreparations { get; init; } = [];
    /// <summary>Makes the stopping rule; null runs all epochs.</summary>
    public Func<IStoppingRule>? StoppingRule { get; init; }
    /// <summary>Make the calibrators, in order.</summary>
    public IReadOnlyList<Func<ICalibrator>> Calibrators { get; init; } = [];
    /// <summary>Makes the conformal predictor; null if the recipe declares none.</summary>
    public Func<IConformalPredictor>? Conformal { get; init; }
}

/// <summary>How a tensor starts.</summary>
public enum Initializer
{
    /// <summary>Uniform in ±1/√fan-in, PyTorch's default for dense layers (Kaiming-uniform with a = √5).</summary>
    KaimingUniform,
    /// <summary>Every element is <see cref="ParameterInfo.InitialValue"/>.</summary>
    Constant,
}

/// <summary>One trained tensor and its place in the parameter buffer.</summary>
/// <param name="Name">Its name in the state dict of a <c>torch.nn.Sequential</c> with the same layers: <c>0.weight</c>. Learned scalars of terms are named <c>Term.parameter</c>.</param>
/// <param name="Shape">Its shape in PyTorch's order: a dense weight is [out, in].</param>
/// <param name="Offset">Index of its first float in the parameter buffer; a multiple of 16.</param>
/// <param name="Transposed">The buffer holds a matrix as [in, out], the transpose of <paramref name="Shape"/>.</param>
/// <param name="Initializer">How it starts.</param>
/// <param name="InitialValue">What it starts at, with a constant initializer.</param>
/// <param name="FanIn">Inputs per output, for the initializer.</param>
/// <param name="Decays">Whether weight decay applies to it.</param>
/// <param name="InNetwork">Whether it belongs to the network's state dict (false for learned scalars of the loss).</param>
public sealed record ParameterInfo(
    string Name, IReadOnlyList<int> Shape, int Offset, bool Transposed, Initializer Initializer, int FanIn, double InitialValue, bool Decays, bool InNetwork)
{
    /// <summary>Names the random numbers that it starts with. The layer's own name, unlike its index in the state dict, does not change when another layer is put before it.</summary>
    public string DrawnAs { get; init; } = Name;

    /// <summary>Pixels of an image, or taps of a kernel, for each of which the buffer holds the channels together; the file has them channel by channel.</summary>
    public int Positions { get; init; } = 1;

    /// <summary>Whether it is the weight matrix of a layer; a weight with more than two axes is one, with a row for each output unit.</summary>
    public bool IsMatrix => InNetwork && Shape.Count >= 2;

    /// <summary>Elements.</summary>
    public int Length
    {
        get
        {
            int length = 1;
            foreach (int size in Shape) length *= size;
            return length;
        }
    }
}

/// <summary>A number of the recipe that can change without recompiling. NaN bounds mean none.</summary>
public sealed record KnobInfo(
    string Path, double Value, double Minimum = double.NaN, double Maximum = double.NaN, bool ExclusiveMinimum = false, bool ExclusiveMaximum = false)
{
    /// <summary>Whether the knob may take this value.</summary>
    public bool Allows(double value) =>
        !double.IsNaN(value)
        && !(value < Minimum) && !(value > Maximum)
        && !(ExclusiveMinimum && value == Minimum) && !(ExclusiveMaximum && value == Maximum);

    /// <summary>The values that the knob may take, in words.</summary>
    public string Range()
    {
        string low = double.IsNaN(Minimum) || double.IsNegativeInfinity(Minimum) ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{(ExclusiveMinimum ? "above" : "from")} {Minimum}");
        string high = double.IsNaN(Maximum) || double.IsPositiveInfinity(Maximum) ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{(ExclusiveMaximum ? "below" : "up to")} {Maximum}");
        return low.Length + high.Length == 0 ? "any number" : $"a number {low}{(low.Length > 0 && high.Length > 0 ? " and " : "")}{high}";
    }
}

/// <summary>A loss term: its name, its weight's knob, and when it is active (fractions of the run; every so many steps).</summary>
public sealed record TermInfo(string Name, int WeightKnob, double From = 0, double Until = 1, int Every = 1);

/// <summary>A knob that moves linearly between two values over a part of the run, and stays at the ends.</summary>
public sealed record RampInfo(int Knob, double From, double To, double Start, double Until);

/// <summary>Floats kept for the run, all starting at <paramref name="InitialValue"/>.</summary>
public sealed record RunningInfo(string Name, int Floats, double InitialValue);

/// <summary>Something that changes copies of rows at random, and the name that its draws are made under.</summary>
public sealed record AugmentationInfo(string Name, Func<IAugmentation> Make);

/// <summary>Something that a loss is given and that not every run has.</summary>
/// <param name="Input">What it is.</param>
/// <param name="Term">The first term that asks for it.</param>
public sealed record InputNeed(RunInput Input, string Term);

/// <summary>What losses may be given beside features, what is learned, groups, domains and weights.</summary>
public enum RunInput
{
    /// <summary>A probability for each class, from the data.</summary>
    SoftTargets,
    /// <summary>Another model's logits, from the data.</summary>
    TeacherLogits,
    /// <summary><see cref="TrainingOptions.NoiseTransition"/>.</summary>
    NoiseTransition,
    /// <summary>What the sampler draws.</summary>
    DrawnPrior,
}

/// <summary>A run of the optimizer's state that starts at a value other than 0.</summary>
public sealed record OptimizerStart(int Start, int Length, double Value);

/// <summary>Floats kept for each train row, all starting at <paramref name="InitialValue"/>.</summary>
public sealed record MemoryInfo(string Name, int FloatsPerRow, double InitialValue);
