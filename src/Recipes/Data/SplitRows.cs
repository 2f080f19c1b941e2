using Recipes.Engine;

namespace Recipes;

/// <summary>The rows of one role. The roles are distinct types: a method that takes <see cref="CalibrationRows"/> cannot be given <see cref="TrainRows"/>.</summary>
public abstract class SplitRows
{
    /// <summary>A label that no train row has.</summary>
    public const int Unseen = -1;

    private readonly int[] _rows;
    private readonly RowCategories? _labels;

    /// <param name="role">The role.</param>
    /// <param name="source">Where the rows come from.</param>
    /// <param name="rows">Indices into the source, ascending.</param>
    /// <param name="names">What the train rows have.</param>
    private protected SplitRows(Split role, Dataset source, int[] rows, TrainNames names)
    {
        Role = role;
        Source = source;
        _rows = rows;
        Classes = names.Classes?.Names ?? [];
        _labels = names.Classes?.Of(source.Classes, source.Labels, rows);
        Groups = source.Groups is { } groups ? names.Groups?.Of(groups.Names, groups.Indices, rows) : null;
        Domains = source.Domains is { } domains ? names.Domains?.Of(domains.Names, domains.Indices, rows) : null;
    }

    /// <summary>The role.</summary>
    public Split Role { get; }

    /// <summary>The dataset that the rows come from.</summary>
    public Dataset Source { get; }

    /// <summary>The number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>Features per row.</summary>
    public int FeatureCount => Source.FeatureCount;

    /// <summary>The label set: the names of the classes that train rows have; empty if they have no labels.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Rows per class, [classes]; rows with an unseen label are not among them.</summary>
    public ReadOnlySpan<int> ClassCounts => _labels is null ? [] : _labels.Counts;

    /// <summary>Rows whose label no train row has.</summary>
    public int UnseenCount => _labels?.UnseenCount ?? 0;

    /// <summary>Whether the rows have labels of classes.</summary>
    public bool HasLabels => _labels is not null;

    /// <summary>Every row's label, [Count]: an index into <see cref="Classes"/>, or <see cref="Unseen"/>; empty if the rows have none.</summary>
    public ReadOnlySpan<int> Labels => _labels is null ? [] : _labels.Indices;

    /// <summary>One row's label: an index into <see cref="Classes"/>, or <see cref="Unseen"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such row, or the rows have no labels.</exception>
    public int Label(int row) => Labels[row];

    /// <summary>The groups of the rows; null if they, or the train rows, have none.</summary>
    public RowCategories? Groups { get; }

    /// <summary>The domains of the rows; null if they, or the train rows, have none.</summary>
    public RowCategories? Domains { get; }

    /// <summary>One row's label as the source names it, seen or not.</summary>
    public string LabelName(int row) => Source.Classes[Source.Labels[_rows[row]]];

    /// <summary>The row's index in <see cref="Source"/>.</summary>
    public int SourceRow(int row) => _rows[row];

    /// <summary>One row's features, [FeatureCount].</summary>
    public ReadOnlySpan<float> Features(int row) => Source.Row(_rows[row]);

    /// <summary>Copies the features of as many rows as fit, from <paramref name="firstRow"/> on; [rows, FeatureCount] row-major.</summary>
    /// <exception cref="ArgumentException">The destination is not a whole number of rows, or longer than the rows that are left.</exception>
    public void CopyFeatures(Span<float> destination, int firstRow = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        int rows = destination.Length / FeatureCount;
        if (rows * FeatureCount != destination.Length || rows > Count - firstRow)
            throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"{destination.Length} floats do not take whole rows of {FeatureCount} features, at most {Count} from row {firstRow} on."), nameof(destination));
        for (int row = 0; row < rows; row++)
            Features(firstRow + row).CopyTo(destination[(row * FeatureCount)..]);
    }

    /// <summary>What samplers are told.</summary>
    internal ReadOnlyMemory<int> LabelMemory => _labels?.IndexMemory ?? default;

    /// <summary>What samplers are told.</summary>
    internal ReadOnlyMemory<int> ClassCountMemory => _labels?.CountMemory ?? default;

    /// <summary>Indices into the source, for the split's identity.</summary>
    internal ReadOnlySpan<int> SourceRows => _rows;
}

/// <summary>Rows that the weights, the preparation and the label set are learned from.</summary>
public sealed class TrainRows : SplitRows
{
    internal TrainRows(Dataset source, int[] rows, TrainNames names)
        : base(Split.Train, source, rows, names) { }
}

/// <summary>Rows for selection: early stopping, the best epoch, sweeps.</summary>
public sealed class ValidationRows : SplitRows
{
    internal ValidationRows(Dataset source, int[] rows, TrainNames names)
        : base(Split.Validation, source, rows, names) { }
}

/// <summary>Rows that calibrators and conformal predictors are fitted on.</summary>
public sealed class CalibrationRows : SplitRows
{
    internal CalibrationRows(Dataset source, int[] rows, TrainNames names)
        : base(Split.Calibration, source, rows, names) { }

    /// <summary>Divides the rows, stratified, into equal parts that share no row: one for each fitted step that needs rows of its own.</summary>
    /// <remarks>Rows with an unseen label are divided as a class of their own: a conformal predictor keeps its promise only if such rows count among its misses.</remarks>
    /// <returns>Row indices of each part, ascending.</returns>
    internal int[][] Divide(int parts, ulong seed)
    {
        double[] fractions = new double[parts];
        Array.Fill(fractions, 1.0 / parts);
        int[] strata = HasLabels ? Labels.ToArray() : new int[Count];
        strata.AsSpan().Replace(Unseen, Classes.Count);
        return StratifiedDivision.Divide(strata, Classes.Count + 1, fractions, new RandomKey(seed, "Division of calibration rows"));
    }
}

/// <summary>Rows that are looked at once, for the report.</summary>
public sealed class TestRows : SplitRows
{
    internal TestRows(Dataset source, int[] rows, TrainNames names)
        : base(Split.Test, source, rows, names) { }
}

/// <summary>What the train rows have names for; null for what they do not have.</summary>
internal sealed record TrainNames(Vocabulary? Classes, Vocabulary? Groups, Vocabulary? Domains)
{
    public static TrainNames Of(Dataset source, int[] rows) => new(
        source.HasLabels ? new Vocabulary(source.Classes, source.Labels, rows) : null,
        source.Groups is { } groups ? new Vocabulary(groups.Names, groups.Indices, rows) : null,
        source.Domains is { } domains ? new Vocabulary(domains.Names, domains.Indices, rows) : null);
}
