using Recipes.Training;

namespace Recipes;

/// <summary>Everything that a report tells of a run, as plain data.</summary>
public sealed record RunRecord
{
    /// <summary>The recipe.</summary>
    public required RecipeDefinition Recipe { get; init; }
    /// <summary>The names of the classes, or of the labels that a row may have several of, in order; empty in a regression.</summary>
    public required IReadOnlyList<string> Classes { get; init; }
    /// <summary>The targets' names of a regression, in order.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];
    /// <summary>How the run ended: <c>Completed</c>, <c>StoppedEarly</c>, …</summary>
    public required string Status { get; init; }
    /// <summary>The seed in force.</summary>
    public required ulong Seed { get; init; }
    /// <summary>The epochs, in order.</summary>
    public required IReadOnlyList<EpochRecord> Epochs { get; init; }
    /// <summary>The epoch whose weights were kept, counted from 1; null when the last ones were.</summary>
    public int? BestEpoch { get; init; }
    /// <summary>The metrics of classes on the test rows; null when there are none.</summary>
    public TestMetrics? Test { get; init; }
    /// <summary>The metrics of a regression on the test rows; null when there are none.</summary>
    public RegressionMetrics? RegressionTest { get; init; }
    /// <summary>The metrics of several labels on the test rows; null when there are none.</summary>
    public MultiLabelMetrics? MultiLabelTest { get; init; }
    /// <summary>Train rows of each class, or that have each label.</summary>
    public required IReadOnlyList<long> ClassCounts { get; init; }
    /// <summary>Rows of each class that were drawn over the run; empty where there are no classes.</summary>
    public required IReadOnlyList<long> DrawCounts { get; init; }
    /// <summary>Rows of each split.</summary>
    public required SplitSizes Splits { get; init; }
    /// <summary>How the calibration rows were divided among the fitted steps.</summary>
    public IReadOnlyList<CalibrationPart> CalibrationParts { get; init; } = [];
    /// <summary>What preparations, calibrators and conformal predictors have to say.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
    /// <summary>Values of knobs that differ from the declared ones, by path.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> ChangedKnobs { get; init; } = [];
    /// <summary>Where the run took place.</summary>
    public required RunEnvironment Environment { get; init; }
    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }
    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }
}

/// <summary>Rows of each split.</summary>
public sealed record SplitSizes(int Train, int Validation, int Calibration, int Test);

/// <summary>The calibration rows that one fitted step has for itself.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Rows">Rows that it is fitted on.</param>
/// <param name="Unseen">Rows among them whose label was never seen in train; calibrators pass over them.</param>
public sealed record CalibrationPart(string Step, int Rows, int Unseen = 0);
