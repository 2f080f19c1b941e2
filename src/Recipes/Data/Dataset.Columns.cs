using System.Globalization;

namespace Recipes;

/// <content>What rows may have beside features and a label. Each method gives a dataset with one column more and leaves this one as it is.</content>
public sealed partial class Dataset
{
    /// <summary>Regression targets, [Count, targets], in the units of the source; null if the rows have none.</summary>
    public NumberColumns? Targets { get; private init; }

    /// <summary>Which of several labels each row has, 1 or 0, [Count, labels]; null if the rows have none.</summary>
    public NumberColumns? MultiLabels { get; private init; }

    /// <summary>A probability for each class, such as the share of annotators that chose it, [Count, classes]; null if the rows have none.</summary>
    public NumberColumns? SoftTargets { get; private init; }

    /// <summary>The logits that another model gives each row, [Count, classes] or [Count, labels]; null if the rows have none.</summary>
    public NumberColumns? TeacherLogits { get; private init; }

    /// <summary>How much each row counts in the loss, [Count, 1], on any scale; null if the rows have none.</summary>
    public NumberColumns? SampleWeights { get; private init; }

    /// <summary>The group that each row belongs to; null if the rows have none.</summary>
    public CategoryColumn? Groups { get; private init; }

    /// <summary>The domain that each row comes from; null if the rows have none.</summary>
    public CategoryColumn? Domains { get; private init; }

    /// <summary>Adds one regression target.</summary>
    /// <param name="targets">[Count], finite.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is not one number for each row, or one is not finite.</exception>
    public Dataset WithTargets(float[] targets, string name = "y")
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new Dataset(this) { Targets = Numbers((float[])targets.Clone(), [name], nameof(targets)) };
    }

    /// <summary>Adds regression targets.</summary>
    /// <param name="targets">[Count, targets], finite.</param>
    /// <param name="names">[targets]; <c>y0</c>, <c>y1</c>, … if left out.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a number is not finite, or names repeat.</exception>
    public Dataset WithTargets(float[,] targets, IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return new Dataset(this) { Targets = Numbers(targets, names, "y", nameof(targets)) };
    }

    /// <summary>Adds labels of which a row may have several, or none.</summary>
    /// <param name="labels">[Count, labels].</param>
    /// <param name="names">[labels]; <c>0</c>, <c>1</c>, … if left out.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or names repeat.</exception>
    public Dataset WithMultiLabels(bool[,] labels, IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var numbers = new float[labels.GetLength(0), labels.GetLength(1)];
        for (int i = 0; i < numbers.GetLength(0); i++)
            for (int j = 0; j < numbers.GetLength(1); j++) numbers[i, j] = labels[i, j] ? 1 : 0;
        return new Dataset(this) { MultiLabels = Numbers(numbers, names, "", nameof(labels)) };
    }

    /// <summary>Adds a probability for each class. Rows without labels get the most probable class as theirs, the lowest of equals.</summary>
    /// <param name="probabilities">[Count, classes]: not negative, each row summing to 1.</param>
    /// <param name="classes">The classes' names for rows without labels; <c>0</c>, <c>1</c>, … if left out. Rows with labels have theirs.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a row is not a distribution, or names are given that are not those of the labels.</exception>
    public Dataset WithSoftTargets(float[,] probabilities, IReadOnlyList<string>? classes = null)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        if (HasLabels && classes is not null && !classes.SequenceEqual(Classes))
            throw new ArgumentException($"The rows have the classes {string.Join(", ", Classes)}; soft targets for {string.Join(", ", classes)} do not belong to them.", nameof(classes));
        NumberColumns column = Numbers(probabilities, HasLabels ? Classes : classes, "", nameof(probabilities));
        for (int row = 0; row < Count; row++)
        {
            if (DistributionProblem(column.Row(row)) is { } problem)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The soft targets of row {row} {problem}"), nameof(probabilities));
        }
        return WithSoftTargets(column);
    }

    /// <summary>Adds the logits (or log-probabilities) that another model gives each row, to learn from them.</summary>
    /// <param name="logits">[Count, classes], finite; of rows that may have several labels [Count, labels].</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a number is not finite, or the rows have no labels to say what the classes are.</exception>
    public Dataset WithTeacherLogits(float[,] logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        IReadOnlyList<string> classes = (HasLabels ? Classes : MultiLabels?.Names)
            ?? throw new ArgumentException("The rows have no labels, so there are no classes that a teacher's logits could belong to. Add labels or soft targets first.", nameof(logits));
        return new Dataset(this) { TeacherLogits = Numbers(logits, classes, "", nameof(logits)) };
    }

    /// <summary>Adds the calibrated logits that a trained model gives each row, to learn from them.</summary>
    /// <param name="teacher">A model of the same features and classes.</param>
    /// <exception cref="ArgumentException">The model takes other features, or tells other classes apart.</exception>
    public Dataset WithTeacherLogits(ClassifierModel teacher)
    {
        ArgumentNullException.ThrowIfNull(teacher);
        if (teacher.InputSize != FeatureCount)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The teacher takes {teacher.InputSize} features and the rows have {FeatureCount}."), nameof(teacher));
        if (!teacher.Classes.SequenceEqual(Classes))
            throw new ArgumentException($"The teacher tells {string.Join(", ", teacher.Classes)} apart and the rows are of the classes {(HasLabels ? string.Join(", ", Classes) : "(none)")}.", nameof(teacher));
        var logits = new float[checked(Count * Classes.Count)];
        teacher.PredictLogits(_features, logits);
        return new Dataset(this) { TeacherLogits = Numbers(logits, [.. Classes], nameof(teacher)) };
    }

    /// <summary>Adds how much each row counts in the loss of a recipe with <c>[SampleWeights]</c>.</summary>
    /// <param name="weights">[Count], finite, not negative, on any scale: a run scales them so that their mean over the train rows is 1.</param>
    /// <exception cref="ArgumentException">There is not one number for each row, one is negative or not finite, or all are 0.</exception>
    public Dataset WithSampleWeights(float[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        NumberColumns column = Numbers((float[])weights.Clone(), ["weight"], nameof(weights));
        for (int row = 0; row < Count; row++)
        {
            if (weights[row] < 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The weight of row {row} is {weights[row]}. A row counts 0 or more."), nameof(weights));
        }
        if (column.Values.IndexOfAnyExcept(0) < 0) throw new ArgumentException("All weights are 0, so that nothing counts.", nameof(weights));
        return new Dataset(this) { SampleWeights = column };
    }

    /// <summary>Adds the group that each row belongs to. Each distinct number is a group, in numerical order.</summary>
    /// <param name="groups">[Count].</param>
    /// <exception cref="ArgumentException">There is not one for each row.</exception>
    public Dataset WithGroups(int[] groups) => new(this) { Groups = Categories(groups, nameof(groups)) };

    /// <summary>Adds the group that each row belongs to. Each distinct text is a group.</summary>
    /// <inheritdoc cref="WithGroups(int[])"/>
    public Dataset WithGroups(string[] groups) => new(this) { Groups = Categories(groups, nameof(groups)) };

    /// <summary>Adds the domain that each row comes from. Each distinct number is a domain, in numerical order.</summary>
    /// <param name="domains">[Count].</param>
    /// <exception cref="ArgumentException">There is not one for each row.</exception>
    public Dataset WithDomains(int[] domains) => new(this) { Domains = Categories(domains, nameof(domains)) };

    /// <summary>Adds the domain that each row comes from. Each distinct text is a domain.</summary>
    /// <inheritdoc cref="WithDomains(int[])"/>
    public Dataset WithDomains(string[] domains) => new(this) { Domains = Categories(domains, nameof(domains)) };

    /// <summary>Why a row of soft targets is no distribution, as the end of a sentence about it; null if it is one.</summary>
    internal static string? DistributionProblem(ReadOnlySpan<float> row)
    {
        // Shares written with three decimals, three classes of a third each, must pass; votes that were never divided must not.
        const double Tolerance = 2e-3;
        double sum = 0;
        foreach (float value in row)
        {
            if (value < 0) return string.Create(CultureInfo.InvariantCulture, $"hold {value}. A probability is not negative.");
            sum += value;
        }
        return Math.Abs(sum - 1) <= Tolerance ? null
            : string.Create(CultureInfo.InvariantCulture, $"sum to {sum:0.######}, not to 1. Divide them by their sum if they are counts or shares.");
    }

    /// <summary>Takes checked distributions; rows without labels get theirs.</summary>
    private Dataset WithSoftTargets(NumberColumns column)
    {
        if (HasLabels) return new Dataset(this) { SoftTargets = column };
        int[] labels = new int[Count];
        for (int row = 0; row < labels.Length; row++) labels[row] = RowScore.ArgMax(column.Row(row));
        return new Dataset(this, labels, [.. column.Names]) { SoftTargets = column };
    }

    /// <summary>The same rows and columns, with other labels if they are given.</summary>
    private Dataset(Dataset other, int[]? labels = null, string[]? classes = null)
        : this(other._features, labels ?? other._labels, [.. other.FeatureNames], classes ?? [.. other.Classes], other.NamesAreGiven)
    {
        Targets = other.Targets;
        MultiLabels = other.MultiLabels;
        SoftTargets = other.SoftTargets;
        TeacherLogits = other.TeacherLogits;
        SampleWeights = other.SampleWeights;
        Groups = other.Groups;
        Domains = other.Domains;
    }

    private NumberColumns Numbers(float[,] values, IReadOnlyList<string>? names, string prefix, string parameter)
    {
        int width = values.GetLength(1);
        CheckCount(values.GetLength(0), parameter);
        if (width == 0) throw new ArgumentException("There is no column.", parameter);
        if (names is not null && names.Count != width)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {width} columns and {names.Count} names. Give one name for each column."), parameter);
        float[] flat = new float[values.Length];
        Buffer.BlockCopy(values, 0, flat, 0, sizeof(float) * flat.Length);
        return Numbers(flat, names is null ? DefaultNames(width, prefix) : [.. names], parameter);
    }

    private NumberColumns Numbers(float[] flat, string[] names, string parameter)
    {
        CheckCount(flat.Length / names.Length, parameter);
        RefuseRepeats(names, parameter);
        for (int i = 0; i < flat.Length; i++)
        {
            if (!float.IsFinite(flat[i]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"{names[i % names.Length]} of row {i / names.Length} is {flat[i]}. It must be a finite number: leave the row out, or fill the value in."), parameter);
        }
        return new NumberColumns(names, flat);
    }

    private CategoryColumn Categories(int[] values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        return Categories(Array.ConvertAll(values, value => value.ToString(CultureInfo.InvariantCulture)), parameter);
    }

    private CategoryColumn Categories(string[] values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        CheckCount(values.Length, parameter);
        var set = new LabelSet();
        for (int row = 0; row < values.Length; row++)
        {
            if (string.IsNullOrEmpty(values[row]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Row {row} has none of the {parameter}. Leave the row out, or give it one."), parameter);
            set.Add(values[row]);
        }
        return CategoryColumn.Of(set);
    }

    private void CheckCount(int rows, string parameter)
    {
        if (rows != Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {Count} rows and {rows} {parameter}. Give one for each row."), parameter);
    }
}
