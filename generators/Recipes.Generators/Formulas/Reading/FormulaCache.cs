using System.Collections.Concurrent;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>
/// The formulas of texts that were read: on every key that is typed, every recipe is read again, with the same texts on its attributes.
/// </summary>
internal static class FormulaCache
{
    private const int MaximumCount = 2048;

    private const int MaximumLength = 4096;

    private static readonly ConcurrentDictionary<(int Version, string Kind, string Text), FormulaDefinition> s_known = new();

    /// <summary>The formula of a text that was read before; null if it was not.</summary>
    public static FormulaDefinition? Find(int version, string? kind, string? text) =>
        kind is not null && text is not null && s_known.TryGetValue((version, kind, text), out FormulaDefinition? known) ? known : null;

    /// <summary>Keeps a formula, which is immutable. Compilers live long, so there is an end to it.</summary>
    public static void Keep(int version, string kind, string text, FormulaDefinition formula)
    {
        if (text.Length > MaximumLength) return;
        if (s_known.Count >= MaximumCount) s_known.Clear();
        s_known[(version, kind, text)] = formula;
    }
}
