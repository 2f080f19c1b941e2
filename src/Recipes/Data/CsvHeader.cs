using System.Globalization;

namespace Recipes;

/// <summary>What a column of a file of separated values is for.</summary>
internal enum CsvColumn
{
    Feature,
    Label,
    Ignored,
}

/// <summary>The first record of a file of separated values: the columns' names and what each is for.</summary>
internal sealed class CsvHeader
{
    public required string[] Names { get; init; }
    public required CsvColumn[] Roles { get; init; }
    public required string[] FeatureNames { get; init; }
    public int Count => Names.Length;

    /// <exception cref="InvalidDataFileException">The header is missing, names a column twice or not at all, or lacks one that was asked for.</exception>
    public static CsvHeader Read(CsvReader csv, string file, string label, IReadOnlyCollection<string> ignore)
    {
        string[] names = new string[csv.FieldCount];
        for (int i = 0; i < names.Length; i++) names[i] = csv.Field(i).ToString();
        RefuseNumbers(names, file, csv.Line, label);
        foreach (string wanted in (string[])[label, .. ignore])
        {
            if (Array.IndexOf(names, wanted) < 0)
                throw new InvalidDataFileException(file, $"the header has no column \"{wanted}\".{NearestName.Suggestion(wanted, names)} It has {List(names)}.", csv.Line, text: wanted);
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var roles = new CsvColumn[names.Length];
        var features = new List<string>();
        for (int i = 0; i < names.Length; i++)
        {
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (!seen.TryAdd(names[i], i + 1))
                throw new InvalidDataFileException(file, string.Create(CultureInfo.InvariantCulture,
                    $"the header names columns {seen[names[i]]} and {i + 1} alike: \"{names[i]}\". Rename one of them."), csv.Line, number, names[i]);
            roles[i] = names[i] == label ? CsvColumn.Label : ignore.Contains(names[i]) ? CsvColumn.Ignored : CsvColumn.Feature;
            if (roles[i] != CsvColumn.Feature) continue;
            if (string.IsNullOrWhiteSpace(names[i]))
                throw new InvalidDataFileException(file, $"the header gives this column no name. Name it, or leave it out with ignore: [\"{names[i]}\"].", csv.Line, number, names[i]);
            features.Add(names[i]);
        }
        if (ignore.Contains(label)) throw new ArgumentException($"The label's column \"{label}\" cannot be ignored.", nameof(ignore));
        if (features.Count == 0)
            throw new InvalidDataFileException(file, $"no column is left for the features beside {List(names)}. Is the separator right?", csv.Line);
        return new CsvHeader { Names = names, Roles = roles, FeatureNames = [.. features] };
    }

    private static void RefuseNumbers(string[] names, string file, int line, string label)
    {
        foreach (string name in names)
        {
            if (name == label || !double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) return;
        }
        throw new InvalidDataFileException(file, "the header line is missing: the first line holds numbers only. Put the columns' names above it.", line);
    }

    private static string List(string[] names)
    {
        const int Shown = 10;
        string list = string.Join(", ", names.Take(Shown).Select(name => $"\"{name}\""));
        return names.Length <= Shown ? list : string.Create(CultureInfo.InvariantCulture, $"{list} and {names.Length - Shown} more");
    }
}
