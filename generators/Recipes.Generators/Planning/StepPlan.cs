using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Planning;

/// <summary>Everything the writer needs: what the step does, in which order, over which buffers. Made from the recipe model alone.</summary>
internal sealed class StepPlan
{
    public required RecipeModel Recipe { get; init; }
    public required int InputSize { get; init; }
    /// <summary>What the recipe learns.</summary>
    public required LearnedTask Task { get; init; }
    /// <summary>The width of the last layer: classes, labels, or a whole multiple of the targets.</summary>
    public required int Classes { get; init; }
    /// <summary>Targets of a regression; else 0.</summary>
    public required int Targets { get; init; }
    /// <summary>Views of each row that go through the network together.</summary>
    public required int Views { get; init; }
    public required IReadOnlyList<PlannedOperation> Operations { get; init; }
    public required IReadOnlyList<PlannedParameter> Parameters { get; init; }
    /// <summary>Floats in the parameter buffer, gaps included.</summary>
    public required int ParameterFloats { get; init; }
    public required IReadOnlyList<PlannedKnob> Knobs { get; init; }
    public required IReadOnlyList<PlannedTerm> Terms { get; init; }
    public required IReadOnlyList<PlannedMemory> Memories { get; init; }
    /// <summary>Numbers that losses keep for the run.</summary>
    public required IReadOnlyList<PlannedMemory> Running { get; init; }
    /// <summary>What losses are given beside logits and label.</summary>
    public required IReadOnlyList<LossInput> Inputs { get; init; }
    public required IReadOnlyList<PlannedBuffer> Buffers { get; init; }
    /// <summary>Floats in the workspace that the step's buffers share.</summary>
    public required int WorkspaceFloats { get; init; }
    public required PlannedFormula Optimizer { get; init; }
    public required IReadOnlyList<PlannedFormula> GradientTransforms { get; init; }
    public required PlannedFormula? Averaging { get; init; }
    /// <summary>What makes the weight matrices of latent numbers; null if they are trained themselves.</summary>
    public required PlannedParametrization? Parametrization { get; init; }
    /// <summary>The buffer with the weight matrices that the step computes with.</summary>
    public string WeightsBuffer => Parametrization is null ? "Parameters" : "_weights";
    public required PlannedFormula? Schedule { get; init; }
    /// <summary>Whether the schedule is told the loss on the validation rows after each epoch, rather than how far the run is.</summary>
    public bool SchedulesByValidation => Schedule is { } schedule && schedule.Formula.Parameters.Count > 0 && schedule.Formula.Parameters[0].Role == FormulaRole.ValidationLoss;
    public required PlannedFormula? Weighting { get; init; }
    public required PlannedFormula? TermWeighting { get; init; }
    public required IReadOnlyList<PlannedFormula> LogitTransforms { get; init; }
    public required Declaration? Mixup { get; init; }
    /// <summary>What makes the second view of the batch, in order; empty if no loss looks at one.</summary>
    public required IReadOnlyList<Declaration> Augmentations { get; init; }
    /// <summary>The operation whose input a loss reads, and changes; null if none does.</summary>
    public required PlannedOperation? Embedding { get; init; }

    /// <summary>The term that says how likely targets are, of which evaluations report the mean; null if there is none, or it needs more than outputs and targets.</summary>
    public PlannedTerm? Likelihood
    {
        get
        {
            foreach (PlannedTerm term in Terms)
                if (Task == LearnedTask.Regression && term.Formula.Declaration.IsLikelihood && TermNeeds.IsOfRowsAlone(term.Formula.Formula)) return term;
            return null;
        }
    }

    /// <summary>Whether each row counts by its weight.</summary>
    public bool WeighsRows => Recipe.First(DeclarationKind.SampleWeights) is not null;

    /// <summary>Whether a loss is given this.</summary>
    public bool Needs(FormulaRole role) => TermNeeds.Asks(Recipe, role);

    /// <summary>Whether an operation works on images or sequences.</summary>
    public bool HasImages
    {
        get
        {
            foreach (PlannedOperation operation in Operations)
                if (!operation.InputShape.IsFlat) return true;
            return false;
        }
    }

    public int BatchSize => Recipe.Run.BatchSize;
    /// <summary>Rows that go through the network in a full step.</summary>
    public int RowsPerStep => Views * BatchSize;

    public int TrainedNumbers
    {
        get
        {
            int total = 0;
            foreach (PlannedParameter parameter in Parameters) total += parameter.Length;
            return total;
        }
    }

    /// <summary>Multiplications and additions of the products of one full step.</summary>
    public long FlopsPerStep
    {
        get
        {
            long total = 0;
            for (int i = 0; i < Operations.Count; i++)
            {
                PlannedOperation operation = Operations[i];
                int products = i <= FirstTrained ? 2 : 3;
                if (operation.Kind == OperationKind.Dense) total += 2L * RowsPerStep * operation.InputWidth * operation.Width * products;
                if (operation.Kind == OperationKind.Convolution) total += 2L * RowsPerStep * operation.Width * operation.Depth * products;
            }
            return total;
        }
    }

    /// <summary>The first operation that has something to train; the gradient goes no further back.</summary>
    public int FirstTrained => StepBuffers.FirstTrained(Operations);
}

internal enum OperationKind { Dense, Elementwise, RowLayer, Convolution, MaximumPool, AveragePool, Reorder }

/// <summary>One stop of the network: a product, or an elementwise pass, or a row-wise formula, with what rides along.</summary>
internal sealed class PlannedOperation
{
    public required OperationKind Kind { get; init; }
    public required LayerShape InputShape { get; init; }
    public required LayerShape Shape { get; init; }
    /// <summary>Floats of a row that comes in.</summary>
    public int InputWidth => (int)InputShape.Floats;
    /// <summary>Floats of a row that goes out.</summary>
    public int Width => (int)Shape.Floats;
    /// <summary>The window of a convolution or a pooling.</summary>
    public WindowGeometry Window { get; init; }
    /// <summary>Groups of channels of a convolution.</summary>
    public int Groups { get; init; } = 1;
    /// <summary>Numbers that each output of a convolution is a sum over.</summary>
    public int Depth => Window.Height * Window.Width * InputShape.Channels / Groups;
    /// <summary>What it is, in the recipe's words: <c>Dense(128) → Relu → Dropout(0.1)</c>.</summary>
    public required string Text { get; set; }
    /// <summary>The index of its first layer in a <c>torch.nn.Sequential</c>.</summary>
    public required int LayerIndex { get; init; }
    public PlannedParameter? Weight { get; init; }
    public PlannedParameter? Bias { get; init; }
    /// <summary>The row-wise formula, for <see cref="OperationKind.RowLayer"/>: a layer, or an activation that learns.</summary>
    public PlannedFormula? Layer { get; init; }
    public PlannedFormula? Activation { get; set; }
    public Declaration? Dropout { get; set; }
    public int DropoutRateKnob { get; set; } = -1;
    public string Input { get; set; } = "";
    public string Output { get; set; } = "";
    /// <summary>Where the values before the activation are kept for the backward pass; empty if nobody needs them.</summary>
    public string Preactivation { get; set; } = "";
    public string Mask { get; set; } = "";
    /// <summary>Where each block of rows adds up the gradients of what a row-wise formula learns; empty if it learns nothing.</summary>
    public string LearnedSums { get; set; } = "";
    /// <summary>Gradient of the loss by this operation's output; the activation's derivative and the mask are applied to it in place.</summary>
    public string OutputGradient { get; set; } = "";

    /// <summary>Where parts of the batch sum up the gradients of a convolution's weights; empty for other operations.</summary>
    public string PartialSums { get; set; } = "";

    /// <summary>Whether an activation and a mask may ride along.</summary>
    public bool CarriesTail => Kind is not (OperationKind.MaximumPool or OperationKind.AveragePool or OperationKind.Reorder);

    /// <summary>Whether it has numbers that are trained.</summary>
    public bool IsTrained => Weight is not null || Layer is { Parts.Slots.Count: > 0 };

    public bool HasTail => Activation is not null || Dropout is not null;
}

/// <summary>A trained tensor, its place, and what names its first random numbers (empty if it has none).</summary>
internal sealed record PlannedParameter(
    string Name, string Shape, int Length, int Offset, bool Transposed, string Initializer, int FanIn, double InitialValue, bool Decays, bool InNetwork, string DrawnAs)
{
    /// <summary>Pixels of an image, or taps of a kernel, for each of which the channels lie together in memory; PyTorch has them channel by channel.</summary>
    public int Positions { get; init; } = 1;

    /// <summary>How it lies in memory: a layer's weights as a matrix of its units, all else as one row.</summary>
    public Formulas.Kernels.ParameterTensor Tensor
    {
        get
        {
            string[] sizes = Shape.Split(',');
            if (!InNetwork || sizes.Length < 2) return new(1, Length);
            int units = int.Parse(sizes[0], System.Globalization.CultureInfo.InvariantCulture);
            return Transposed ? new(Length / units, units, IsMatrix: true, UnitsInColumns: true) : new(units, Length / units, IsMatrix: true);
        }
    }
}

/// <summary>A number that is loaded at each step: its path, its field in the trainer, its declared value.</summary>
internal sealed record PlannedKnob(int Index, string Path, string Field, double Value, double Minimum, double Maximum, bool ExclusiveMinimum, bool ExclusiveMaximum);

/// <summary>A formula with its knobs bound to fields or constants and its learned and remembered parameters to places.</summary>
internal sealed record PlannedFormula(Declaration Declaration, BoundFormulaParts Parts)
{
    public FormulaDefinition Formula => Declaration.Formula!;
    public string Name => Declaration.Name;
}

/// <summary>Per parameter of the formula: an expression, its declared value, whether it folds.</summary>
internal sealed record BoundFormulaParts(IReadOnlyList<(string Parameter, string Expression, double Declared, bool? Flag)> Knobs, IReadOnlyList<(string Parameter, string Expression)> Slots);

internal sealed record PlannedTerm(int Index, PlannedFormula Formula, PlannedKnob Weight, bool Mixed, int? LearnedOffset, double From, double Until, int Every)
{
    public string Name => Formula.Name;
}

/// <summary>Numbers that a loss keeps: for each train row, or (all of them together) for the run.</summary>
internal sealed record PlannedMemory(int Index, string Name, string Field, int FloatsPerRow, double InitialValue);

/// <summary>A buffer of the step: floats, first and last use, and its place in the shared workspace.</summary>
internal sealed record PlannedBuffer(string Field, string Shape, int Floats, int FirstUse, int LastUse, int Offset);
