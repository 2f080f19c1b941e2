namespace Recipes.Generators.Tests.Docs;

/// <summary>A page of the documentation: its text and the blocks of code in it.</summary>
internal sealed class MarkdownPage
{
    private MarkdownPage(string path, string text)
    {
        Path = path;
        Text = text;
        Blocks = [.. Read(path, text.Split('\n'))];
    }

    /// <summary>Relative to the repository, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<MarkdownBlock> Blocks { get; }

    /// <summary>README.md and everything under docs, in order of path.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. Directory.GetFiles(System.IO.Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(System.IO.Path.Combine(Repository.Root, "README.md"))
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static MarkdownPage Read(string path) => new(path, File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n"));

    private static IEnumerable<MarkdownBlock> Read(string path, string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            string opening = lines[i].TrimStart();
            if (!opening.StartsWith("```", StringComparison.Ordinal)) continue;
            int indentation = lines[i].Length - opening.Length, first = i + 1;
            do i++; while (i < lines.Length && lines[i].Trim() != "```");
            if (i == lines.Length) throw new FormatException($"{path}({first}): the block is not closed.");
            string[] inside = [.. lines[first..i].Select(line => line.Length >= indentation ? line[indentation..] : line.TrimStart())];
            yield return new MarkdownBlock(path, first + 1, opening[3..].Trim(), string.Join('\n', inside));
        }
    }
}

/// <summary>A block of code.</summary>
/// <param name="Page">The page's path.</param>
/// <param name="Line">The line of the page that the block's first line is, from 1.</param>
/// <param name="Kind">What stands behind the fence: the language, and marks such as <c>bad</c>.</param>
/// <param name="Text">The lines between the fences.</param>
internal sealed record MarkdownBlock(string Page, int Line, string Kind, string Text)
{
    /// <summary>An example to follow.</summary>
    public bool IsGood => Kind == "csharp";

    /// <summary>An example of what a rule refuses.</summary>
    public bool IsBad => Kind == "csharp bad" || Kind.StartsWith("csharp bad ", StringComparison.Ordinal);

    /// <summary>The rule that refuses a bad example: named behind the mark, or by the page.</summary>
    public string Rule => Kind.Split(' ') is [_, _, string id] ? id : System.IO.Path.GetFileNameWithoutExtension(Page);

    /// <summary>The text of a generated file, which a test of its own holds to the generator.</summary>
    public bool IsGenerated => Kind == "csharp generated";

    public override string ToString() => $"{Page}({Line})";
}
