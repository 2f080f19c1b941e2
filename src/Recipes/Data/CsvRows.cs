using System.Globalization;

namespace Recipes;

/// <summary>Collects the records of a file of separated values into the columns of a dataset.</summary>
internal sealed class CsvRows(CsvReader csv, string file, CsvHeader header, CsvColumns columns)
{
    private readonly int[] _targetColumns = header.IndicesOf(columns.Targets);
    private readonly int[] _multiLabelColumns = header.IndicesOf(columns.MultiLabels);
    private readonly int[] _softTargetColumns = header.IndicesOf(columns.SoftTargets);
    private readonly int[] _teacherColumns = header.IndicesOf(columns.TeacherLogits);
    private readonly int _label = Single(header, columns.Label);
    private readonly int _weight = Single(header, columns.SampleWeight);
    private readonly int _group = Single(header, columns.Group);
    private readonly int _domain = Single(header, columns.Domain);

    public List<float> Features { get; } = [];
    public List<float> Targets { get; } = [];
    public List<float> MultiLabels { get; } = [];
    public List<float> SoftTargets { get; } = [];
    public List<float> TeacherLogits { get; } = [];
    public List<float> Weights { get; } = [];
    public LabelSet Labels { get; } = new();
    public LabelSet Groups { get; } = new();
    public LabelSet Domains { get; } = new();

    /// <summary>Takes the reader's current record.</summary>
    /// <exception cref="InvalidDataFileException">The record is longer or shorter than the header, or a field is not what its column is for.</exception>
    public void Add()
    {
        if (csv.FieldCount != header.Count)
            throw new InvalidDataFileException(file, string.Create(CultureInfo.InvariantCulture,
                $"this record has {csv.FieldCount} fields and the header has {header.Count}. Look for a missing separator, or one in a text without quotes."), csv.Line);
        foreach (int column in header.Features) Features.Add(Number(column, isFeature: true));
        if (_label >= 0) Labels.Add(Name(_label, "label"));
        foreach (int column in _targetColumns) Targets.Add(Number(column));
        foreach (int column in _multiLabelColumns) MultiLabels.Add(Switch(column));
        foreach (int column in _softTargetColumns) SoftTargets.Add(Number(column));
        foreach (int column in _teacherColumns) TeacherLogits.Add(Number(column));
        if (_softTargetColumns.Length > 0) CheckDistribution();
        if (_weight >= 0) Weights.Add(Weight(_weight));
        if (_group >= 0) Groups.Add(Name(_group, "group"));
        if (_domain >= 0) Domains.Add(Name(_domain, "domain"));
    }

    private static int Single(CsvHeader header, string? name) => name is null ? -1 : header.IndicesOf([name])[0];

    private float Number(int column, bool isFeature = false)
    {
        ReadOnlySpan<char> text = csv.Field(column);
        if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value)) return value;
        string elsewhere = isFeature ? $"leave the column out with ignore: [\"{header[column]}\"]" : "leave the row out";
        throw Wrong(column, text.IsWhiteSpace() ? "the value is missing. Fill it in, or leave the row out."
            : !float.IsFinite(value) ? $"\"{text}\" is not a finite number of single precision. Correct it, or leave the row out."
            : $"\"{text}\" is not a number. Correct it, or {elsewhere}.");
    }

    private float Switch(int column)
    {
        ReadOnlySpan<char> text = csv.Field(column);
        if (bool.TryParse(text, out bool flag)) return flag ? 1 : 0;
        if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && value is 0 or 1) return value;
        throw Wrong(column, text.IsWhiteSpace() ? "the value is missing. Say 0 or 1, or leave the row out." : $"\"{text}\" does not say whether the row has this label. Write 0 or 1, or false or true.");
    }

    private float Weight(int column)
    {
        float weight = Number(column);
        return weight >= 0 ? weight : throw Wrong(column, string.Create(CultureInfo.InvariantCulture, $"the weight is {weight}. A row counts 0 or more."));
    }

    private ReadOnlySpan<char> Name(int column, string what)
    {
        ReadOnlySpan<char> text = csv.Field(column);
        return text.IsWhiteSpace() ? throw Wrong(column, $"the {what} is missing. Fill it in, or leave the row out.") : text;
    }

    private void CheckDistribution()
    {
        int width = _softTargetColumns.Length;
        ReadOnlySpan<float> row = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(SoftTargets)[^width..];
        if (Dataset.DistributionProblem(row) is { } problem) throw new InvalidDataFileException(file, "the soft targets " + problem, csv.Line);
    }

    private InvalidDataFileException Wrong(int column, string problem) => new(file, problem, csv.LineOf(column), header[column], csv.Field(column).ToString());
}
