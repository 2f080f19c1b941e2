namespace Recipes.Samples.ToyChecks.Page;

/// <summary>What one recipe has and another has not, read from the text that their authors wrote.</summary>
internal static class RecipeDifference
{
    /// <summary>The attributes of <paramref name="source"/> that <paramref name="other"/> has not, as written.</summary>
    public static IReadOnlyList<string> Of(string source, string other)
    {
        var known = Attributes(other).ToList();
        // An attribute that stands twice in one and once in the other is a difference: each is matched with one.
        return [.. Attributes(source).Where(attribute => !known.Remove(attribute))];
    }

    /// <summary>The attributes before the class: what stands between brackets, cut at commas that are in no parenthesis.</summary>
    public static IEnumerable<string> Attributes(string source)
    {
        int depth = 0, from = -1;
        bool quoted = false;
        for (int i = 0; i < source.Length; i++)
        {
            char c = source[i];
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (depth == 0 && source.AsSpan(i).StartsWith("partial class")) yield break;
            if (c is '(' or '[' or '{' or '<') depth++;
            if (depth == 1 && c == '[') from = i + 1;
            bool ends = c is ']' && depth == 1 || c is ',' && depth == 1;
            if (ends && from >= 0)
            {
                string attribute = source[from..i].Trim();
                if (attribute.Length > 0) yield return attribute;
                from = i + 1;
            }
            if (c is ')' or ']' or '}' or '>') depth--;
        }
    }
}
