using System.Globalization;
using System.Text;

namespace Recipes;

/// <summary>A data file is missing, cannot be read, or holds something that a dataset cannot be made of.</summary>
/// <remarks>The message says what is wrong, where, and what to do about it.</remarks>
public sealed class InvalidDataFileException : Exception
{
    /// <summary>Describes what is wrong in <paramref name="file"/>; the place is put in front of <paramref name="problem"/>.</summary>
    public InvalidDataFileException(string file, string problem, int? line = null, string? column = null, string? text = null, Exception? innerException = null)
        : base(Describe(file, problem, line, column), innerException)
    {
        File = file;
        Line = line;
        Column = column;
        Text = text;
    }

    /// <summary>The file, as its path was given.</summary>
    public string File { get; }

    /// <summary>The line, counted from 1; null where the whole file is meant.</summary>
    public int? Line { get; }

    /// <summary>The column's name in the header, or its number (from 1) where there is no name; null where a whole line or file is meant.</summary>
    public string? Column { get; }

    /// <summary>The text that cannot be taken; null where no single text is meant.</summary>
    public string? Text { get; }

    private static string Describe(string file, string problem, int? line, string? column)
    {
        var message = new StringBuilder(file);
        if (line is { } number) message.Append(CultureInfo.InvariantCulture, $", line {number}");
        if (column is not null) message.Append(CultureInfo.InvariantCulture, $", column \"{column}\"");
        return message.Append(": ").Append(problem).ToString();
    }
}
