namespace Recipes;

/// <summary>Rows of finite numbers, with labels or other columns to learn from; immutable.</summary>
/// <remarks>Shapes: <see cref="Features"/> [Count, FeatureCount] row-major; <see cref="Labels"/> [Count], indices into <see cref="Classes"/>, or empty.</remarks>
public sealed partial class Dataset
{
    private readonly float[] _features;
    private readonly int[] _labels;
    private string? _contentHash;

    /// <summary>Takes what has been checked; the arrays are not copied. Rows without labels have no classes.</summary>
    internal Dataset(float[] features, int[] labels, string[] featureNames, string[] classes, bool namesAreGiven)
    {
        _features = features;
        _labels = labels;
        FeatureNames = Array.AsReadOnly(featureNames);
        Classes = Array.AsReadOnly(classes);
        NamesAreGiven = namesAreGiven;
    }

    /// <summary>The number of rows.</summary>
    public int Count => _features.Length / FeatureCount;

    /// <summary>Features per row.</summary>
    public int FeatureCount => FeatureNames.Count;

    /// <summary>The features' names; <c>x0</c>, <c>x1</c>, … where the source has none.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The classes' names; empty if the rows have no labels. They are in numerical order if all are numbers, else in ordinal order, unless they were given.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Whether each row has the label of a class.</summary>
    public bool HasLabels => Classes.Count > 0;

    /// <summary>Every row's label, an index into <see cref="Classes"/>, [Count]; empty if the rows have no labels.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>All features, [Count, FeatureCount] row-major.</summary>
    public ReadOnlySpan<float> Features => _features;

    /// <summary>The features of one row, [FeatureCount].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        return _features.AsSpan(row * FeatureCount, FeatureCount);
    }

    /// <summary>SHA-256 of features, labels, names and all other columns, in hexadecimal digits: the same for the same content on every machine.</summary>
    public string ContentHash => _contentHash ??= Hash();

    /// <summary>Whether the feature names come from the source and so must agree with those of other sources.</summary>
    internal bool NamesAreGiven { get; }

    private string Hash()
    {
        using var hasher = new ContentHasher();
        hasher.Add("dataset 1").Add(FeatureNames).Add(Classes).Add(_labels).Add(_features);
        // A column that is not there leaves no trace, so data without it keeps the hash that it had before there were such columns.
        Targets?.AddTo(hasher, "targets");
        MultiLabels?.AddTo(hasher, "multi-labels");
        SoftTargets?.AddTo(hasher, "soft targets");
        TeacherLogits?.AddTo(hasher, "teacher logits");
        SampleWeights?.AddTo(hasher, "sample weights");
        Groups?.AddTo(hasher, "groups");
        Domains?.AddTo(hasher, "domains");
        return hasher.Finish();
    }

    private static string[] DefaultNames(int features) => DefaultNames(features, "x");

    private static string[] DefaultNames(int count, string prefix)
    {
        string[] names = new string[count];
        for (int i = 0; i < count; i++) names[i] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{i}");
        return names;
    }
}
