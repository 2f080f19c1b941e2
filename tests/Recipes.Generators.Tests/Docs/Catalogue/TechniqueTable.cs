namespace Recipes.Generators.Tests.Docs.Catalogue;

/// <summary>docs/catalogue.tsv: what no code can say of the catalogued techniques.</summary>
internal static class TechniqueTable
{
    private const string Header = "ids\teffort\tarea\tkind\tformula\ttitle\tneeds\twhat";

    /// <summary>The rows, in the file's order.</summary>
    public static IReadOnlyList<Technique> All { get; } = Read(File.ReadAllText(Path.Combine(Repository.Root, "docs", "catalogue.tsv")));

    public static IReadOnlyList<Technique> Read(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines[0] != Header) throw new FormatException($"The first line is \"{lines[0]}\".");
        return [.. lines.Skip(1).Select(Parse)];
    }

    private static Technique Parse(string line)
    {
        string[] cells = line.Split('\t');
        if (cells.Length != 8) throw new FormatException($"There are {cells.Length} cells in: {line}");
        return new(cells[0].Split(' '), cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
    }
}

/// <summary>A published technique.</summary>
/// <param name="Ids">Its id; two if the catalogue has it twice.</param>
/// <param name="Effort">S, M, L or XL.</param>
/// <param name="Area">The field that it belongs to.</param>
/// <param name="Kind">What its mechanism is: formula, component, step transform, stage/pass.</param>
/// <param name="Formula">What it is a formula of; empty if its mechanism is none.</param>
/// <param name="Title">The paper.</param>
/// <param name="Needs">What a recipe must provide for it.</param>
/// <param name="What">The mechanism in a sentence, or why it is no formula.</param>
internal sealed record Technique(
    IReadOnlyList<string> Ids, string Effort, string Area, string Kind, string Formula, string Title, string Needs, string What)
{
    public bool IsFormula => Kind == "formula";

    /// <summary>Whether it is of those that the library is to have: hours or a day of work.</summary>
    public bool IsSmall => Effort is "S" or "M";
}
