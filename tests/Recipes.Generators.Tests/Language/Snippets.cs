using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Recipes.Generators.Tests.Language;

/// <summary>Bodies of methods over parameters <c>a</c>, <c>b</c> and a label <c>y</c>, each of which must, or must not, be C#.</summary>
/// <remarks>All of them are bound in one compilation, and each failure is told with its snippet.</remarks>
internal sealed class Snippets
{
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly List<(string Method, bool Valid)> _snippets = [];

    public void Compiles(string body, string a, string b = "Scalar") => Add(body, a, b, valid: true);

    public void Refuses(string body, string a, string b = "Scalar") => Add(body, a, b, valid: false);

    public void Check()
    {
        var source = new StringBuilder("using Recipes;\nusing static Recipes.Formulas.Math;\nstatic class Snippets\n{\n");
        var starts = new List<int>();
        foreach (var (method, _) in _snippets)
        {
            starts.Add(source.Length);
            source.Append(method.Replace("M(", $"M{starts.Count}(", StringComparison.Ordinal)).Append('\n');
        }
        source.Append('}');
        var tree = CSharpSyntaxTree.ParseText(source.ToString(), new CSharpParseOptions(LanguageVersion.CSharp13));
        var compilation = CSharpCompilation.Create("Snippets", [tree], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
            .ToLookup(d => starts.FindLastIndex(start => start <= d.Location.SourceSpan.Start));
        var wrong = _snippets.Select((snippet, i) => (snippet.Method, snippet.Valid, Errors: errors[i]))
            .Where(s => s.Valid == s.Errors.Any())
            .Select(s => s.Method + " " + string.Join(" ", s.Errors.Select(e => e.Id + ": " + e.GetMessage(null)).Distinct()))
            .ToArray();
        Assert.True(wrong.Length == 0, string.Join("\n", wrong.Take(20)));
    }

    private void Add(string body, string a, string b, bool valid)
    {
        if (!body.Contains("return", StringComparison.Ordinal))
            body += " return 0;";
        _snippets.Add(($"static Scalar M({Parameter(a)} a, {Parameter(b)} b, Label y) {{ {body} }}", valid));
    }

    private static string Parameter(string role) => role is "State" or "Memory" ? "ref " + role : role;
}
