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
        ArgumentException.ThrowIfNullOrEmpty(label);
        return FromCsv(path, new CsvColumns { Label = label, Ignore = ignore ?? [] }, separator);
    }

    /// <summary>Reads separated values (RFC 4180, UTF-8) with a header line that hold more than features and a label: targets, groups, weights, ….</summary>
    /// <inheritdoc cref="FromCsv(string, string, IReadOnlyCollection{string}?, char)" path="/remarks"/>
    /// <param name="path">The file.</param>
    /// <param name="columns">What the columns are for; those that it does not name are features.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <exception cref="ArgumentException">The columns hold nothing to learn, or one is both ignored and asked for.</exception>
    /// <exception cref="InvalidDataFileException">The file is missing or empty, a header is missing or there twice, a column that was asked for is not in it, a record is longer
    /// or shorter than the header, a quote is not closed, or a field is not what its column is for.</exception>
    public static Dataset FromCsv(string path, CsvColumns columns, char separator = ',')
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(columns);
        if (separator is '"' or '\r' or '\n') throw new ArgumentException("A quote or a line end cannot separate fields.", nameof(separator));
        if (!columns.HasSomethingToLearn) throw new ArgumentException("Nothing is left to learn: name the column of a Label, or SoftTargets, Targets or MultiLabels.", nameof(columns));
        if (columns.TeacherLogits.Count > 0 && columns.Label is null && columns.SoftTargets.Count == 0 && columns.MultiLabels.Count == 0)
            throw new ArgumentException("TeacherLogits need classes that they belong to: name the column of a Label, or SoftTargets or MultiLabels.", nameof(columns));
        if (columns.Named.FirstOrDefault(columns.Ignore.Contains) is { } both) throw new ArgumentException($"The column \"{both}\" is asked for and cannot be ignored.", nameof(columns));
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return FromCsv(new CsvReader(text, separator, path), path, columns);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataFile.CannotRead(path, e);
        }
    }

    private static Dataset FromCsv(CsvReader csv, string file, CsvColumns columns)
    {
        if (!csv.Read()) throw new InvalidDataFileException(file, "the file is empty. It needs a header line with the columns' names, and a line for each row.");
        CsvHeader header = CsvHeader.Read(csv, file, columns);
        var rows = new CsvRows(csv, file, header, columns);
        while (csv.Read()) rows.Add();
        if (rows.Features.Count == 0) throw new InvalidDataFileException(file, "there is a header and no row below it.");

        if (columns.SampleWeight is not null && rows.Weights.TrueForAll(weight => weight == 0))
            throw new InvalidDataFileException(file, "all weights are 0, so that nothing counts.", column: columns.SampleWeight);

        (string[] classes, int[] labels) = rows.Labels.Order();
        IReadOnlyList<string> classNames = columns.Label is not null ? classes : columns.SoftTargets.Count > 0 ? columns.SoftTargets : columns.MultiLabels;
        CheckClassColumns(columns.SoftTargets, nameof(CsvColumns.SoftTargets), classNames, file);
        CheckClassColumns(columns.TeacherLogits, nameof(CsvColumns.TeacherLogits), classNames, file);
        var data = new Dataset([.. rows.Features], labels, header.NamesOf(header.Features), classes, namesAreGiven: true)
        {
            Targets = Column(columns.Targets, rows.Targets),
            MultiLabels = Column(columns.MultiLabels, rows.MultiLabels),
            SampleWeights = columns.SampleWeight is { } weight ? Column([weight], rows.Weights) : null,
            Groups = columns.Group is null ? null : CategoryColumn.Of(rows.Groups),
            Domains = columns.Domain is null ? null : CategoryColumn.Of(rows.Domains),
        };
        if (Column(classNames, rows.SoftTargets) is { } soft) data = data.WithSoftTargets(soft);
        return Column(classNames, rows.TeacherLogits) is { } teacher ? new Dataset(data) { TeacherLogits = teacher } : data;
    }

    private static void CheckClassColumns(IReadOnlyList<string> columns, string purpose, IReadOnlyList<string> classes, string file)
    {
        if (columns.Count > 0 && columns.Count != classes.Count)
            throw new InvalidDataFileException(file, string.Create(CultureInfo.InvariantCulture,
                $"{purpose} names {columns.Count} columns and there are {classes.Count} classes: {string.Join(", ", classes)}. Name one column for each class, in this order."));
    }

    private static NumberColumns? Column(IReadOnlyList<string> names, List<float> values) => values.Count == 0 ? null : new NumberColumns([.. names], [.. values]);
}
