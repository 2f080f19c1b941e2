namespace Recipes.Generators.Tests.Docs.Catalogue;

/// <summary>How much of a technique the library declares: what the marks on its code say.</summary>
/// <param name="Technique">The technique.</param>
/// <param name="Marks">What stands for it, with what each leaves out.</param>
internal sealed record TechniqueStatus(Technique Technique, IReadOnlyList<(LibraryEntry Entry, string? Part)> Marks)
{
    /// <summary>One of them leaves nothing out.</summary>
    public bool IsFull => Marks.Any(mark => mark.Part is null);

    public bool IsPart => Marks.Count > 0 && !IsFull;

    public static IReadOnlyList<TechniqueStatus> All { get; } = [.. TechniqueTable.All.Select(technique => new TechniqueStatus(technique, [.. MarksOf(technique)]))];

    /// <summary>The status in words, for a cell of a table.</summary>
    public string Text => Marks.Count == 0
        ? $"not declarable yet: {Technique.Needs}"
        : $"{(IsFull ? "full" : "part")}: {string.Join("; ", Marks.Select(mark => $"`{mark.Entry.Name}`{(mark.Part is null ? "" : $", without: {mark.Part}")}"))}";

    private static IEnumerable<(LibraryEntry, string?)> MarksOf(Technique technique) =>
        from entry in Library.All
        from mark in entry.Marks
        where technique.Ids.Contains(mark.Id)
        select (entry, mark.Part);
}
