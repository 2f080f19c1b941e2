using System;
using System.Collections.Generic;

namespace Recipes.Generators.Infrastructure;

/// <summary>Names of generated files. The compiler takes two that differ in case for one, as file systems do; C# does not.</summary>
internal static class HintNames
{
    /// <summary>The name of a file: <paramref name="name"/>, with a number where another in <paramref name="all"/> is the same but for case and comes before.</summary>
    public static string Of(string name, IEnumerable<string> all)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (string other in all)
            if (string.Equals(other, name, StringComparison.OrdinalIgnoreCase) && string.CompareOrdinal(other, name) < 0) before.Add(other);
        return before.Count == 0 ? name + ".g.cs" : $"{name}-{before.Count + 1}.g.cs";
    }
}
