using System.Globalization;

namespace Recipes;

/// <summary>The first record of a file of separated values: the columns' names and what each is for.</summary>
internal sealed class CsvHeader
{
    private readonly string[] _names;

    private CsvHeader(string[] names, int[] features)
    {
        _names = names;
        Features = features;
    }

    /// <summary>Indices of the features' columns, ascending.</summary>
    public int[] Features { get; }

    public int Count => _names.Length;

    public string this[int column] => _names[column];

    /// <summary>Indices of columns that are known to be there.</summary>
    public int[] IndicesOf(IEnumerable<string> names) => [.. names.Select(name => Array.IndexOf(_names, name))];

    public string[] NamesOf(int[] columns) => Array.ConvertAll(columns, column => _names[column]);

    /// <exception cref="InvalidDataFileException">The header is missing, names a column twice or not at all, or lacks one that was asked for.</exception>
    public static CsvHeader Read(CsvReader csv, string file, CsvColumns columns)
    {
        string[] names = new string[csv.FieldCount];
        for (int i = 0; i < names.Length; i++) names[i] = csv.Field(i).ToString();
        string[] named = [.. columns.Named];
        RefuseNumbers(names, file, csv.Line, named);
        foreach (string wanted in named.Concat(columns.Ignore))
        {
            if (Array.IndexOf(names, wanted) < 0)
                throw new InvalidDataFileException(file, $"the header has no column \"{wanted}\".{NearestName.Suggestion(wanted, names)} It has {List(names)}.", csv.Line, text: wanted);
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var features = new List<int>();
        for (int i = 0; i < names.Length; i++)
        {
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (!seen.TryAdd(names[i], i + 1))
                throw new InvalidDataFileException(file, string.Create(CultureInfo.InvariantCulture,
                    $"the header names columns {seen[names[i]]} and {i + 1} alike: \"{names[i]}\". Rename one of them."), csv.Line, number, names[i]);
            if (named.Contains(names[i]) || columns.Ignore.Contains(names[i])) continue;
            if (string.IsNullOrWhiteSpace(names[i]))
                throw new InvalidDataFileException(file, $"the header gives this column no name. Name it, or leave it out with ignore: [\"{names[i]}\"].", csv.Line, number, names[i]);
            features.Add(i);
        }
        if (features.Count == 0)
            throw new InvalidDataFileException(file, $"no column is left for the features beside {List(names)}. Is the separator right?", csv.Line);
        return new CsvHeader(names, [.. features]);
    }

    private static void RefuseNumbers(string[] names, string file, int line, string[] named)
    {
        foreach (string name in names)
        {
            if (named.Contains(name) || !double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) return;
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
