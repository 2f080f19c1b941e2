using System.Globalization;

namespace Recipes;

public sealed partial class Dataset
{
    /// <summary>Makes a dataset from arrays, which are copied. Each distinct number among <paramref name="labels"/> is a class, in numerical order.</summary>
    /// <param name="features">[rows, features] row-major.</param>
    /// <param name="labels">[rows]; indices into <paramref name="classes"/> where that is given.</param>
    /// <param name="featureNames">[features]; <c>x0</c>, <c>x1</c>, … if left out.</param>
    /// <param name="classes">The classes' names in order; the numbers themselves if left out.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a value is not finite, a label is not an index into the classes, or names repeat.</exception>
    public static Dataset FromArrays(float[] features, int[] labels, IReadOnlyList<string>? featureNames = null, IReadOnlyList<string>? classes = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        return FromNumbers((float[])features.Clone(), labels, featureNames, classes);
    }

    /// <inheritdoc cref="FromArrays(float[], int[], IReadOnlyList{string}?, IReadOnlyList{string}?)"/>
    public static Dataset FromArrays(float[,] features, int[] labels, IReadOnlyList<string>? featureNames = null, IReadOnlyList<string>? classes = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        return FromNumbers(Flat(features, labels.Length), labels, featureNames, classes);
    }

    /// <summary>Makes a dataset from arrays, which are copied. Each distinct text among <paramref name="labels"/> is a class.</summary>
    /// <param name="features">[rows, features] row-major.</param>
    /// <param name="labels">[rows].</param>
    /// <param name="featureNames">[features]; <c>x0</c>, <c>x1</c>, … if left out.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a value is not finite, a label is null or empty, or names repeat.</exception>
    public static Dataset FromArrays(float[] features, string[] labels, IReadOnlyList<string>? featureNames = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        return FromTexts((float[])features.Clone(), labels, featureNames);
    }

    /// <inheritdoc cref="FromArrays(float[], string[], IReadOnlyList{string}?)"/>
    public static Dataset FromArrays(float[,] features, string[] labels, IReadOnlyList<string>? featureNames = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        return FromTexts(Flat(features, labels.Length), labels, featureNames);
    }

    /// <summary>Makes a dataset of features alone, which are copied; what is to be learned is added to it: <c>FromFeatures(x).WithTargets(y)</c>.</summary>
    /// <param name="features">[rows, features].</param>
    /// <param name="featureNames">[features]; <c>x0</c>, <c>x1</c>, … if left out.</param>
    /// <exception cref="ArgumentException">There is no row or no feature, a value is not finite, or names do not fit or repeat.</exception>
    public static Dataset FromFeatures(float[,] features, IReadOnlyList<string>? featureNames = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        int rows = features.GetLength(0);
        float[] flat = Flat(features, rows);
        return new Dataset(flat, [], CheckFeatures(flat, rows, nameof(features), featureNames), [], featureNames is not null);
    }

    private static Dataset FromNumbers(float[] features, int[] labels, IReadOnlyList<string>? featureNames, IReadOnlyList<string>? classes)
    {
        string[] names = CheckFeatures(features, labels.Length, nameof(labels), featureNames);
        if (classes is null)
        {
            var set = new LabelSet();
            foreach (int label in labels) set.Add(label.ToString(CultureInfo.InvariantCulture));
            (string[] found, int[] indices) = set.Order();
            return new Dataset(features, indices, names, found, featureNames is not null);
        }
        string[] given = [.. classes];
        RefuseRepeats(given, nameof(classes));
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)given.Length)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Label {labels[i]} of row {i} is not an index into the {given.Length} classes given (0 to {given.Length - 1})."), nameof(labels));
        }
        return new Dataset(features, (int[])labels.Clone(), names, given, featureNames is not null);
    }

    private static Dataset FromTexts(float[] features, string[] labels, IReadOnlyList<string>? featureNames)
    {
        string[] names = CheckFeatures(features, labels.Length, nameof(labels), featureNames);
        var set = new LabelSet();
        for (int i = 0; i < labels.Length; i++)
        {
            if (string.IsNullOrEmpty(labels[i]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Row {i} has no label. Leave the row out, or give it one."), nameof(labels));
            set.Add(labels[i]);
        }
        (string[] classes, int[] indices) = set.Order();
        return new Dataset(features, indices, names, classes, featureNames is not null);
    }

    private static float[] Flat(float[,] features, int rows)
    {
        if (features.GetLength(0) != rows)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"There are {features.GetLength(0)} rows of features and {rows} labels. Give one label for each row."), nameof(features));
        float[] flat = new float[features.Length];
        Buffer.BlockCopy(features, 0, flat, 0, sizeof(float) * flat.Length);
        return flat;
    }

    private static string[] CheckFeatures(float[] features, int rows, string countedBy, IReadOnlyList<string>? featureNames)
    {
        if (rows == 0) throw new ArgumentException("There are no rows.", countedBy);
        int count = features.Length / rows;
        if (count == 0 || features.Length % rows != 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{features.Length} numbers cannot be divided into {rows} rows, one for each label."), nameof(features));
        if (featureNames is not null && featureNames.Count != count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"There are {count} features per row and {featureNames.Count} names. Give one name for each feature."), nameof(featureNames));
        string[] names = featureNames is null ? DefaultNames(count) : [.. featureNames];
        RefuseRepeats(names, nameof(featureNames));
        for (int i = 0; i < features.Length; i++)
        {
            if (!float.IsFinite(features[i]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Feature {names[i % count]} of row {i / count} is {features[i]}. Features must be finite numbers: leave the row out, or fill the value in."), nameof(features));
        }
        return names;
    }

    private static void RefuseRepeats(string[] names, string parameter)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (name is null || !seen.Add(name)) throw new ArgumentException(name is null ? "A name is null." : $"\"{name}\" is named twice.", parameter);
        }
    }
}
