using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Recipes.Generators.Tests.Harness;

/// <summary>A source with marked spans, in the notation of the official test packages: <c>{|RCP0701:text|}</c>. Marks may be nested.</summary>
internal sealed record Markup(string Source, IReadOnlyList<(string Id, TextSpan Span)> Expected)
{
    /// <summary>Reads <paramref name="text"/>; spans are ordered by where they start.</summary>
    public static Markup Parse(string text)
    {
        var source = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var spans = new List<(string, TextSpan)>();
        for (int i = 0; i < text.Length; i++)
        {
            int colon;
            if (At(text, i, "{|") && (colon = text.IndexOf(':', i)) > 0)
            {
                open.Push((text[(i + 2)..colon], source.Length));
                i = colon;
            }
            else if (open.Count > 0 && At(text, i, "|}"))
            {
                (string id, int start) = open.Pop();
                spans.Add((id, TextSpan.FromBounds(start, source.Length)));
                i++;
            }
            else
            {
                source.Append(text[i]);
            }
        }

        if (open.Count > 0) throw new FormatException("A mark is not closed: " + open.Peek().Id);
        return new Markup(source.ToString(), [.. spans.OrderBy(s => s.Item2.Start).ThenBy(s => s.Item1, StringComparer.Ordinal)]);
    }

    private static bool At(string text, int index, string sign) => string.CompareOrdinal(text, index, sign, 0, sign.Length) == 0;
}
