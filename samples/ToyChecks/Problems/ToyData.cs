namespace Recipes.Samples.ToyChecks.Problems;

/// <summary>A problem's rows by role.</summary>
internal sealed class ToyData
{
    private readonly Dictionary<string, Rows> _rows;

    /// <param name="classes">The number of classes; 0 for a regression.</param>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="validation">Rows that settings are chosen by.</param>
    /// <param name="test">Rows that the claim is about.</param>
    /// <param name="calibration">Rows for calibrators, where there are any.</param>
    /// <param name="further">Other rows by name: outliers, shifted ones.</param>
    public ToyData(int classes, Rows train, Rows validation, Rows test, Rows? calibration = null, params (string Name, Rows Rows)[] further)
    {
        Classes = classes;
        _rows = new() { ["train"] = train, ["validation"] = validation, ["test"] = test };
        if (calibration is not null) _rows["calibration"] = calibration;
        foreach ((string name, Rows rows) in further) _rows.Add(name, rows);
        Splits = new Splits(Dataset(train), Dataset(validation), calibration is null ? null : Dataset(calibration), Dataset(test));
    }

    public int Classes { get; }

    public Splits Splits { get; }

    public Rows this[string name] => _rows.TryGetValue(name, out Rows? rows) ? rows : throw new ArgumentException($"The problem has no rows named {name}.");

    private Dataset Dataset(Rows rows)
    {
        string[] names = [.. Enumerable.Range(0, Classes).Select(c => $"{c}")];
        Dataset dataset = Classes == 0 ? Recipes.Dataset.FromFeatures(Table(rows.Features, rows.Count)) : Recipes.Dataset.FromArrays(rows.Features, rows.Labels, classes: names);
        if (rows.Groups is { } groups) dataset = dataset.WithGroups(groups);
        if (rows.Domains is { } domains) dataset = dataset.WithDomains(domains);
        if (rows.Targets is { } targets) dataset = dataset.WithTargets(Table(targets, rows.Count));
        if (rows.Soft is { } soft) dataset = dataset.WithSoftTargets(Table(soft, rows.Count));
        if (rows.Teacher is { } teacher) dataset = dataset.WithTeacherLogits(Table(teacher, rows.Count));
        if (rows.Several is { } several) dataset = dataset.WithMultiLabels(Table([.. several.Select(value => value > 0)], rows.Count));
        return dataset;
    }

    private static T[,] Table<T>(T[] values, int rows)
    {
        int width = values.Length / rows;
        var table = new T[rows, width];
        for (int i = 0; i < values.Length; i++) table[i / width, i % width] = values[i];
        return table;
    }
}
