using System.Globalization;

namespace Recipes;

/// <summary>A class that no train row has, and how many rows of the other roles have it.</summary>
public sealed record UnseenLabel(string Name, int Validation, int Calibration, int Test);

/// <summary>Rows in four roles, immutable. The label set comes from the train rows only.</summary>
public sealed class Splits
{
    private string? _dataIdentity;
    private string? _identity;

    /// <summary>Takes files that are split already.</summary>
    /// <exception cref="StartupGuardException">The train rows have one class only, or the datasets do not have the same features, or not the same things to learn.</exception>
    public Splits(Dataset train, Dataset? validation = null, Dataset? calibration = null, Dataset? test = null)
        : this(train, All(train), validation, All(validation), calibration, All(calibration), test, All(test)) { }

    /// <summary>Takes rows of one dataset.</summary>
    internal Splits(Dataset source, int[] train, int[] validation, int[] calibration, int[] test)
        : this(source, train, source, validation, source, calibration, source, test) { }

    private Splits(Dataset train, int[] trainRows, Dataset? validation, int[] validationRows,
        Dataset? calibration, int[] calibrationRows, Dataset? test, int[] testRows)
    {
        ArgumentNullException.ThrowIfNull(train);
        foreach ((Split role, Dataset? other) in (ReadOnlySpan<(Split, Dataset?)>)[(Split.Validation, validation), (Split.Calibration, calibration), (Split.Test, test)])
            if (other is not null && !ReferenceEquals(other, train)) StartupGuards.SameColumns(train, other, role);

        var names = TrainNames.Of(train, trainRows);
        Classes = names.Classes?.Names ?? [];
        if (train.HasLabels) StartupGuards.SeveralClasses(Classes);
        Train = new TrainRows(train, trainRows, names);
        Validation = new ValidationRows(validation ?? train, validationRows, names);
        Calibration = new CalibrationRows(calibration ?? train, calibrationRows, names);
        Test = new TestRows(test ?? train, testRows, names);
        UnseenLabels = FindUnseen();
    }

    /// <summary>Rows that the weights, the preparation and the label set are learned from.</summary>
    public TrainRows Train { get; }

    /// <summary>Rows for selection; may be empty.</summary>
    public ValidationRows Validation { get; }

    /// <summary>Rows that calibrators and conformal predictors are fitted on; may be empty.</summary>
    public CalibrationRows Calibration { get; }

    /// <summary>Rows that are looked at once, for the report; may be empty.</summary>
    public TestRows Test { get; }

    /// <summary>The label set: the classes that train rows have, in their dataset's order; empty if they have no labels.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Features per row.</summary>
    public int FeatureCount => Train.FeatureCount;

    /// <summary>The features' names.</summary>
    public IReadOnlyList<string> FeatureNames => Train.Source.FeatureNames;

    /// <summary>Classes that occur in other roles and in no train row. Their rows are kept, with the label <see cref="SplitRows.Unseen"/>, and count as errors.</summary>
    public IReadOnlyList<UnseenLabel> UnseenLabels { get; }

    /// <summary>SHA-256 of the data alone, in hexadecimal digits.</summary>
    public string DataIdentity => _dataIdentity ??= HashData();

    /// <summary>SHA-256 of the data and of which rows have which role, in hexadecimal digits.</summary>
    public string Identity => _identity ??= HashRows();

    /// <summary>The rows of a role.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such role.</exception>
    public SplitRows this[Split role] => role switch
    {
        Split.Train => Train,
        Split.Validation => Validation,
        Split.Calibration => Calibration,
        Split.Test => Test,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };

    /// <summary>The counts of rows, in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Train.Count} train, {Validation.Count} validation, {Calibration.Count} calibration, {Test.Count} test rows{(Train.HasLabels ? $"; {Classes.Count} classes" : "")}");

    private static int[] All(Dataset? source)
    {
        int[] rows = new int[source?.Count ?? 0];
        for (int i = 0; i < rows.Length; i++) rows[i] = i;
        return rows;
    }

    private UnseenLabel[] FindUnseen()
    {
        var found = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        SplitRows[] others = [Validation, Calibration, Test];
        for (int role = 0; role < others.Length; role++)
        {
            for (int row = 0; others[role].UnseenCount > 0 && row < others[role].Count; row++)
            {
                if (others[role].Label(row) != SplitRows.Unseen) continue;
                string name = others[role].LabelName(row);
                if (!found.TryGetValue(name, out int[]? counts)) found.Add(name, counts = new int[others.Length]);
                counts[role]++;
            }
        }
        return [.. found.Select(label => new UnseenLabel(label.Key, label.Value[0], label.Value[1], label.Value[2]))];
    }

    private string HashData()
    {
        using var hasher = new ContentHasher();
        hasher.Add("data 1");
        foreach (Split role in Enum.GetValues<Split>()) hasher.Add(this[role].Count == 0 ? "" : this[role].Source.ContentHash);
        return hasher.Finish();
    }

    private string HashRows()
    {
        using var hasher = new ContentHasher();
        hasher.Add("split 1").Add(DataIdentity);
        foreach (Split role in Enum.GetValues<Split>()) hasher.Add(this[role].SourceRows);
        return hasher.Finish();
    }
}
