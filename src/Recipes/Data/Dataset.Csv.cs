using System.Globalization;
using System.Text;

namespace Recipes;

public sealed partial class Dataset
{
    /// <summary>Reads separated values (RFC 4180, UTF-8) with a header line: one column holds the label, the others are features.</summary>
    /// <remarks>
    /// Numbers are written with a point, whatever the machine's culture. A label is any text, taken as it is. Missing
    /// values, NaN and infinities are errors: what to do about them is a decision about the data.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="label">The name of the label's column in the header.</param>
    /// <param name="ignore">Columns that are neither features nor the label, such as an identifier.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <exception cref="InvalidDataFileException">The file is missing or empty, a header is missing or there twice, a column that was asked for is not in it, a
    /// record is longer or shorter than the header, a quote is not closed, a feature is not a finite number, or a label is empty.</exception>
    public static Dataset FromCsv(string path, string label, IReadOnlyCollection<string>? ignore = null, char separator = ',')
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(label);
        if (separator is '"' or '\r' or '\n') throw new ArgumentException("A quote or a line end cannot separate fields.", nameof(separator));
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return FromCsv(new CsvReader(text, separator, path), path, label, ignore ?? []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataFile.CannotRead(path, e);
        }
    }

    private static Dataset FromCsv(CsvReader csv, string file, string label, IReadOnlyCollection<string> ignore)
    {
        if (!csv.Read()) throw new InvalidDataFileException(file, "the file is empty. It needs a header line with the columns' names, and a line for each row.");
        CsvHeader header = CsvHeader.Read(csv, file, label, ignore);
        var labels = new LabelSet();
        var features = new List<float>();
        while (csv.Read())
        {
            if (csv.FieldCount != header.Count)
                throw new InvalidDataFileException(file, string.Create(CultureInfo.InvariantCulture,
                    $"this record has {csv.FieldCount} fields and the header has {header.Count}. Look for a missing separator, or one in a text without quotes."), csv.Line);
            for (int i = 0; i < header.Count; i++)
            {
                if (header.Roles[i] == CsvColumn.Feature) features.Add(Number(csv, i, header, file));
                else if (header.Roles[i] == CsvColumn.Label) labels.Add(Label(csv, i, header, file));
            }
        }
        if (features.Count == 0) throw new InvalidDataFileException(file, "there is a header and no row below it.");
        (string[] classes, int[] indices) = labels.Order();
        return new Dataset([.. features], indices, header.FeatureNames, classes, namesAreGiven: true);
    }

    private static float Number(CsvReader csv, int index, CsvHeader header, string file)
    {
        ReadOnlySpan<char> text = csv.Field(index);
        if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value)) return value;
        string name = header.Names[index];
        string problem = text.IsWhiteSpace()
            ? "the value is missing. Fill it in, or leave the row out."
            : !float.IsFinite(value)
                ? $"\"{text}\" is not a finite number of single precision. Correct it, or leave the row out."
                : $"\"{text}\" is not a number. Correct it, or leave the column out with ignore: [\"{name}\"].";
        throw new InvalidDataFileException(file, problem, csv.LineOf(index), name, text.ToString());
    }

    private static ReadOnlySpan<char> Label(CsvReader csv, int index, CsvHeader header, string file)
    {
        ReadOnlySpan<char> text = csv.Field(index);
        if (!text.IsWhiteSpace()) return text;
        throw new InvalidDataFileException(file, "the label is missing. Fill it in, or leave the row out.", csv.LineOf(index), header.Names[index], text.ToString());
    }
}
