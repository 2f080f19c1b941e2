using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Recipes.Generators.Tests.Harness;

/// <summary>Compilations as a user's project has them: .NET's assemblies and Recipes.dll, nullable, documented, all warnings.</summary>
internal static class TestCompilation
{
    /// <summary>What the packaged props add to every file; it has no path of its own in tests.</summary>
    public const string GlobalUsings = """
        global using System;
        global using Recipes;
        global using static Recipes.Formulas.Math;
        """;

    public static readonly CSharpParseOptions ParseOptions =
        CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithDocumentationMode(DocumentationMode.Diagnose);

    /// <summary>The framework's assemblies, without those that only the tests need.</summary>
    public static readonly ImmutableArray<MetadataReference> Framework = FindFramework();

    /// <summary>The framework's assemblies and the runtime library.</summary>
    public static readonly ImmutableArray<MetadataReference> References = Framework.Add(MetadataReference.CreateFromFile(typeof(RecipeAttribute).Assembly.Location));

    /// <summary>A library of <paramref name="sources"/> (named <c>Test0.cs</c>, <c>Test1.cs</c>, …) and the global usings.</summary>
    public static CSharpCompilation Create(params string[] sources) => Create("Test", sources, []);

    /// <summary>The same with an assembly name and further references, for tests with several projects.</summary>
    public static CSharpCompilation Create(string assemblyName, string[] sources, IEnumerable<MetadataReference> further)
    {
        IEnumerable<SyntaxTree> trees = sources.Select((text, index) => Parse(text, $"Test{index}.cs")).Append(Parse(GlobalUsings, "GlobalUsings.cs"));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, deterministic: true);
        return CSharpCompilation.Create(assemblyName, trees, References.AddRange(further), options);
    }

    public static SyntaxTree Parse(string text, string path, CSharpParseOptions? options = null) =>
        CSharpSyntaxTree.ParseText(text, options ?? ParseOptions, path, Encoding.UTF8);

    /// <summary>The compilation with the tree at <paramref name="path"/> replaced by <paramref name="text"/>.</summary>
    public static CSharpCompilation WithText(this CSharpCompilation compilation, string text, string path = "Test0.cs")
    {
        SyntaxTree old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return compilation.ReplaceSyntaxTree(old, Parse(text, path, (CSharpParseOptions)old.Options));
    }

    /// <summary>Errors and warnings, as the compiler prints them. Only generated code must be documented (CS1591, CS1573), not the tests' own.</summary>
    public static string[] Complaints(this Compilation compilation) =>
    [
        .. compilation.GetDiagnostics()
            .Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .Where(d => d.Id is not ("CS1591" or "CS1573") || d.Location.SourceTree?.FilePath.StartsWith("Test", StringComparison.Ordinal) == false)
            .Select(d => d.ToString()),
    ];

    /// <summary>The compiled assembly as a reference for another compilation.</summary>
    public static MetadataReference ToReference(this Compilation compilation) => MetadataReference.CreateFromStream(compilation.EmitChecked());

    /// <summary>The compiled assembly, loaded into a context of its own that can be collected.</summary>
    public static Assembly Load(this Compilation compilation) =>
        new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(compilation.EmitChecked());

    private static MemoryStream EmitChecked(this Compilation compilation)
    {
        var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        stream.Position = 0;
        return stream;
    }

    private static ImmutableArray<MetadataReference> FindFramework()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return [
            .. trusted.Where(path => Path.GetDirectoryName(path) == framework).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
