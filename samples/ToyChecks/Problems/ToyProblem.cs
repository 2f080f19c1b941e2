namespace Recipes.Samples.ToyChecks.Problems;

/// <summary>A seeded problem: the same seed makes the same rows.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Make">Makes the rows of a seed.</param>
internal sealed record ToyProblem(string Name, Func<int, ToyData> Make);

/// <summary>Rows with what is known of them.</summary>
/// <param name="Features">[rows, features].</param>
/// <param name="Labels">[rows], indices of classes.</param>
/// <param name="Groups">[rows], where rows have groups.</param>
/// <param name="Truth">[rows, classes], the true probabilities, where they are known; for measures alone.</param>
internal sealed record Rows(float[] Features, int[] Labels, int[]? Groups = null, float[]? Truth = null)
{
    public int Count => Labels.Length;

    public int Width => Features.Length / Count;

    public ReadOnlySpan<float> Row(int row) => Features.AsSpan(row * Width, Width);

    /// <summary>Chosen rows in the given order.</summary>
    public Rows Take(IReadOnlyList<int> rows) => new(
        Chosen(Features, rows)!, [.. rows.Select(row => Labels[row])], Groups is null ? null : [.. rows.Select(row => Groups[row])], Chosen(Truth, rows));

    /// <summary>The same rows with other labels.</summary>
    public Rows With(int[] labels) => this with { Labels = labels };

    private float[]? Chosen(float[]? values, IReadOnlyList<int> rows)
    {
        if (values is null) return null;
        int width = values.Length / Count;
        var chosen = new float[rows.Count * width];
        for (int i = 0; i < rows.Count; i++) values.AsSpan(rows[i] * width, width).CopyTo(chosen.AsSpan(i * width));
        return chosen;
    }
}

/// <summary>A problem's rows by role.</summary>
internal sealed class ToyData
{
    private readonly Dictionary<string, Rows> _rows;

    /// <param name="classes">The number of classes.</param>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="validation">Rows that settings are chosen by.</param>
    /// <param name="test">Rows that the claim is about.</param>
    /// <param name="calibration">Rows for calibrators, where there are any.</param>
    /// <param name="further">Other rows by name: outliers, shifted ones.</param>
    public ToyData(int classes, Rows train, Rows validation, Rows test, Rows? calibration = null, params (string Name, Rows Rows)[] further)
    {
        string[] names = [.. Enumerable.Range(0, classes).Select(c => $"{c}")];
        Classes = classes;
        _rows = new() { ["train"] = train, ["validation"] = validation, ["test"] = test };
        if (calibration is not null) _rows["calibration"] = calibration;
        foreach ((string name, Rows rows) in further) _rows.Add(name, rows);
        Splits = new Splits(Dataset(train), Dataset(validation), calibration is null ? null : Dataset(calibration), Dataset(test));

        Dataset Dataset(Rows rows)
        {
            Dataset dataset = Recipes.Dataset.FromArrays(rows.Features, rows.Labels, classes: names);
            return rows.Groups is null ? dataset : dataset.WithGroups(rows.Groups);
        }
    }

    public int Classes { get; }

    public Splits Splits { get; }

    public Rows this[string name] => _rows.TryGetValue(name, out Rows? rows) ? rows : throw new ArgumentException($"The problem has no rows named {name}.");
}
