using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Infrastructure;

namespace Recipes.Testing;

/// <summary>One file of a snapshot.</summary>
/// <param name="Suffix">What follows the test's name: <c>#My.Recipe.g</c>, or nothing.</param>
/// <param name="Extension">The last extension, without a dot.</param>
/// <param name="Text">The content.</param>
internal sealed record SnapshotFile(string Suffix, string Extension, string Text)
{
    /// <summary>The files for a generator's results, ordered by hint name.</summary>
    public static IReadOnlyList<SnapshotFile> Of(GeneratorDriverRunResult result)
    {
        var files = new List<SnapshotFile>();
        foreach (GeneratedSourceResult source in result.Results.SelectMany(r => r.GeneratedSources).OrderBy(s => s.HintName, StringComparer.Ordinal))
            files.Add(new($"#{Path.GetFileNameWithoutExtension(source.HintName)}", "cs", $"//HintName: {source.HintName}\n{Scrub(source.SourceText.ToString())}"));
        if (!result.Diagnostics.IsEmpty) files.Add(new("", "txt", Describe(result.Diagnostics)));
        return files;
    }

    /// <summary>A release changes no snapshot: the generator's version is replaced.</summary>
    private static string Scrub(string text) =>
        text.Replace(typeof(SourceWriter).Assembly.GetName().Version!.ToString(), "%VERSION%", StringComparison.Ordinal);

    private static string Describe(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder("{\n  Diagnostics: [\n");
        text.AppendJoin(",\n", diagnostics.Select(Describe));
        return text.Append("\n  ]\n}").ToString();
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        DiagnosticDescriptor descriptor = diagnostic.Descriptor;
        return $$"""
                {
                  Location: {{span.Path}}: ({{span.StartLinePosition}})-({{span.EndLinePosition}}),
                  Message: {{diagnostic.GetMessage(CultureInfo.InvariantCulture)}},
                  Severity: {{diagnostic.Severity}},
                  Descriptor: {
                    Id: {{descriptor.Id}},
                    Title: {{descriptor.Title.ToString(CultureInfo.InvariantCulture)}},
                    HelpLink: {{descriptor.HelpLinkUri}},
                    MessageFormat: {{descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture)}},
                    Category: {{descriptor.Category}},
                    DefaultSeverity: {{descriptor.DefaultSeverity}},
                    IsEnabledByDefault: {{descriptor.IsEnabledByDefault.ToString().ToLowerInvariant()}}
                  }
                }
            """.ReplaceLineEndings("\n");
    }
}
