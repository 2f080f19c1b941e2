using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Recipes.Generators.Tests.Harness;

/// <summary>Runs analyzers as the compiler does; an exception in one fails the test.</summary>
internal static class AnalyzerRunner
{
    /// <summary>The analyzer's diagnostics that are not suppressed, ordered by place.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(
        DiagnosticAnalyzer analyzer, Compilation compilation, IEnumerable<AdditionalText>? files = null, AnalyzerConfigOptionsProvider? config = null)
    {
        var given = new AnalyzerOptions([.. files ?? []]);
        if (config is not null) given = new AnalyzerOptions(given.AdditionalFiles, config);
        var options = new CompilationWithAnalyzersOptions(
            given,
            onAnalyzerException: (exception, _, _) => ExceptionDispatchInfo.Capture(exception).Throw(),
            concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Asserts that <paramref name="analyzer"/> reports exactly what is marked in <paramref name="markup"/>, and returns the messages in order.
    /// </summary>
    public static async Task<string[]> VerifyAsync(DiagnosticAnalyzer analyzer, string markup, params string[] otherSources)
    {
        Markup expected = Markup.Parse(markup);
        CSharpCompilation compilation = TestCompilation.Create([expected.Source, .. otherSources]);
        ImmutableArray<Diagnostic> found = await RunAsync(analyzer, compilation);

        string Show(string id, Microsoft.CodeAnalysis.Text.TextSpan span) => $"{id} '{expected.Source.Substring(span.Start, span.Length)}' at {span.Start}";
        Assert.Equal(
            expected.Expected.Select(e => Show(e.Id, e.Span)),
            found.Select(d => d.Location.SourceTree?.FilePath == "Test0.cs" ? Show(d.Id, d.Location.SourceSpan) : d.ToString()));
        return [.. found.Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }
}
