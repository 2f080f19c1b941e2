using System.Collections.Immutable;

namespace Recipes.Generators.Rules;

/// <summary>What a diagnostic carries for its fix. This file is compiled into the fixes too.</summary>
internal static class FixProperties
{
    /// <summary>The text to put in the place of the marked one: a name, without quotes.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>Properties with a replacement; none when there is nothing to suggest.</summary>
    public static ImmutableDictionary<string, string?> Replace(string? text) =>
        text is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Replacement, text);
}
