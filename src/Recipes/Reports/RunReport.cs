using System.Text;

namespace Recipes;

/// <summary>What a run was and what came of it.</summary>
public sealed class RunReport
{
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="record">The run.</param>
    public RunReport(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Record = record;
    }

    /// <summary>The data that the report shows.</summary>
    public RunRecord Record { get; }

    /// <summary>The report as one page of HTML with its pictures inside: no script, nothing loaded from elsewhere.</summary>
    public string ToHtml() => ReportPage.Write(Record);

    /// <summary>Writes the page to a file, whole or not at all; makes its folder if there is none.</summary>
    /// <exception cref="IOException">The file cannot be written; what stood there still does.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public void SaveHtml(string path)
    {
        byte[] page = s_encoding.GetBytes(ToHtml());
        AtomicFile.Write(path, stream => stream.Write(page));
    }
}
