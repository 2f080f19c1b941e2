using System.Globalization;
using System.Text;

namespace Recipes.Generators.Tests.Docs.Catalogue;

/// <summary>The text of docs/catalogue.md.</summary>
internal static class CataloguePage
{
    private const string Opening =
        """
        # Catalogue

        Generated from the code and from [catalogue.tsv](catalogue.tsv); how to renew it is in [CONTRIBUTING.md](../CONTRIBUTING.md).

        First the library, by kind. Then published techniques, by the id that `[Technique("…")]` in the code refers to: *full*, when an attribute
        stands for the whole technique; *part*, with what is left out; or *not declarable yet*, with what a recipe would have to provide. Whether a technique
        pays is another question: [toy-checks.md](toy-checks.md).

        """;

    private static readonly (string Kind, string Heading)[] s_others =
    [
        ("component", "Components"), ("step transform", "Step transforms"), ("stage/pass", "Stages and passes over the data"),
    ];

    public static string Write()
    {
        var page = new StringBuilder(Opening);
        page.Append("\n## The library\n");
        foreach (IGrouping<string, LibraryEntry> group in Library.All.GroupBy(entry => entry.Group)) WriteGroup(page, group);
        page.Append("\n## Techniques\n\n");
        WriteShares(page);
        WriteFormulas(page);
        foreach ((string kind, string heading) in s_others) WriteOthers(page, kind, heading);
        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Formulas of effort S or M, those that are full or part, in percent.</summary>
    public static (int All, int Full, int Part, double Share) Shares()
    {
        TechniqueStatus[] formulas = [.. TechniqueStatus.All.Where(status => status.Technique.IsFormula && status.Technique.IsSmall)];
        int full = formulas.Count(status => status.IsFull), part = formulas.Count(status => status.IsPart);
        return (formulas.Length, full, part, 100.0 * (full + part) / formulas.Length);
    }

    private static void WriteGroup(StringBuilder page, IGrouping<string, LibraryEntry> group)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {group.Key}\n\n| attribute | | knobs | paper |\n|---|---|---|---|\n");
        foreach (LibraryEntry entry in group) page.Append(CultureInfo.InvariantCulture, $"| `{entry.Name}` | {Cell(entry.Summary)} | {Cell(entry.Knobs)} | {Cell(entry.Paper)} |\n");
    }

    private static void WriteShares(StringBuilder page)
    {
        (int all, int full, int part, double share) = Shares();
        page.Append(CultureInfo.InvariantCulture, $"""
            The effort is S for hours, M for a day, L for days, XL for what one machine cannot do. Of the {all} techniques of effort S or M whose mechanism is
            a formula, {full} are full and {part} part: {share:F0}%. Of all {TechniqueStatus.All.Count} techniques {TechniqueStatus.All.Count(status => status.IsFull)} are full and {TechniqueStatus.All.Count(status => status.IsPart)} part.

            """);
    }

    private static void WriteFormulas(StringBuilder page)
    {
        page.Append("\n### Formulas\n\n| id | | technique | a formula of | mechanism | status |\n|---|---|---|---|---|---|\n");
        foreach (TechniqueStatus status in TechniqueStatus.All.Where(status => status.Technique.IsFormula))
        {
            Technique technique = status.Technique;
            page.Append(CultureInfo.InvariantCulture,
                $"| {Ids(technique)} | {technique.Effort} | {Cell(technique.Title)} | {technique.Formula} | {Cell(technique.What)} | {Cell(status.Text)} |\n");
        }
    }

    private static void WriteOthers(StringBuilder page, string kind, string heading)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {heading}\n\n| id | | technique | why it is no formula | status |\n|---|---|---|---|---|\n");
        foreach (TechniqueStatus status in TechniqueStatus.All.Where(status => status.Technique.Kind == kind))
        {
            Technique technique = status.Technique;
            page.Append(CultureInfo.InvariantCulture, $"| {Ids(technique)} | {technique.Effort} | {Cell(technique.Title)} | {Cell(technique.What)} | {Cell(status.Text)} |\n");
        }
    }

    private static string Ids(Technique technique) => string.Join(" ", technique.Ids);

    /// <summary>A bar would end the cell, and an angle bracket begin a tag.</summary>
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
