using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Recipes.Generators.Formulas.Attributes;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Docs;

/// <summary>All examples compiled as an app is: generators, analyzers, implicit usings. The good ones together, the bad ones together.</summary>
public sealed class DocumentationAssembly : IAsyncLifetime
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Recipes;
        global using static Recipes.Formulas.Math;
        """;

    private static readonly CSharpParseOptions s_parse = TestCompilation.ParseOptions.WithDocumentationMode(DocumentationMode.Parse);

    private ImmutableArray<Diagnostic> _good;
    private ImmutableArray<Diagnostic> _bad;

    internal static IReadOnlyList<BlockSource> Good { get; } = [.. MarkdownPage.All.SelectMany(page => page.Blocks).Where(block => block.IsGood).Select(block => new BlockSource(block))];

    internal static IReadOnlyList<BlockSource> Bad { get; } = [.. MarkdownPage.All.SelectMany(page => page.Blocks).Where(block => block.IsBad).Select(block => new BlockSource(block))];

    internal static IReadOnlyList<PageProgram> Programs { get; } =
    [
        .. MarkdownPage.All
            .Select(page => new PageProgram([.. Good.Where(block => block.Block.Page == page.Path)], [.. Good.Where(block => block.Block.Page == "README.md")]))
            .Where(program => !program.IsEmpty),
    ];

    /// <summary>The good examples, loaded into this process.</summary>
    public Assembly Loaded => LoadedOnce.Value;

    /// <summary>The good examples as a file's bytes; its <c>Main</c> takes a page's path and runs the page's statements.</summary>
    public byte[] Image { get; private set; } = [];

    private Lazy<Assembly> LoadedOnce => field ??= new Lazy<Assembly>(() => Assembly.Load(Image));

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var sources = new List<(string, string)>();
        foreach (BlockSource block in Good.Where(block => block.Statements.Count == 0)) sources.Add((block.Block.ToString(), block.TypesText()));
        foreach (PageProgram program in Programs) sources.Add((program.Page, program.Text()));
        sources.Add(("Main.cs", MainText()));
        CSharpCompilation good = Create("Docs", sources);
        var image = new MemoryStream();
        (Compilation compiled, ImmutableArray<Diagnostic> generated) = Generate(good, Parts<IIncrementalGenerator>());
        EmitResult emitted = compiled.Emit(image);
        if (emitted.Success) Image = image.ToArray();
        _good = [.. generated, .. emitted.Diagnostics, .. await AnalyzeAsync(good)];
        _bad = await AnalyzeAsync(Create("BadDocs", [.. Bad.Select(block => (block.Block.ToString(), block.TypesText())), ("Main.cs", "return;")]));
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Warnings, errors and rules of any severity in a block, or in what was generated for no block in particular.</summary>
    internal string[] Complaints(MarkdownBlock? block) =>
    [
        .. _good.Where(d => d.Severity >= DiagnosticSeverity.Warning || d.Id.StartsWith("RCP", StringComparison.Ordinal))
            .Where(d => BlockOf(d, Good) == block)
            .Select(d => d.ToString()),
    ];

    /// <summary>The rules that a bad example breaks.</summary>
    internal string[] Rules(MarkdownBlock block) =>
        [.. _bad.Where(d => d.Id.StartsWith("RCP", StringComparison.Ordinal) && BlockOf(d, Bad) == block).Select(d => d.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The block that a diagnostic's mapped place lies in.</summary>
    private static MarkdownBlock? BlockOf(Diagnostic diagnostic, IReadOnlyList<BlockSource> blocks)
    {
        FileLinePositionSpan span = diagnostic.Location.GetMappedLineSpan();
        int line = span.StartLinePosition.Line + 1;
        return blocks.Select(source => source.Block)
            .LastOrDefault(block => span.Path == block.Page && line >= block.Line && line <= block.Line + block.Text.Count(c => c == '\n') + 1);
    }

    private static CSharpCompilation Create(string name, IEnumerable<(string Path, string Text)> sources) => CSharpCompilation.Create(
        name, sources.Append(("Usings.cs", ImplicitUsings)).Select(source => TestCompilation.Parse(source.Item2, source.Item1, s_parse)), TestCompilation.References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release, warningLevel: 9999));

    private static (Compilation, ImmutableArray<Diagnostic>) Generate(CSharpCompilation compilation, IEnumerable<IIncrementalGenerator> generators)
    {
        CSharpGeneratorDriver.Create(generators.Select(generator => generator.AsSourceGenerator()), parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        return (output, diagnostics);
    }

    /// <summary>The rules' findings. They look at what an author writes and at derived attributes; without the trainers this takes a tenth of the time.</summary>
    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation)
    {
        (Compilation derived, _) = Generate(compilation, [new FormulaAttributeGenerator()]);
        var found = new List<Diagnostic>();
        foreach (DiagnosticAnalyzer analyzer in Parts<DiagnosticAnalyzer>()) found.AddRange(await AnalyzerRunner.RunAsync(analyzer, derived));
        return [.. found];
    }

    /// <summary>All generators, or all analyzers, of the generator's assembly.</summary>
    private static IEnumerable<T> Parts<T>() => typeof(Recipes.Generators.Infrastructure.SourceWriter).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(T)))
        .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!);

    private static string MainText() => $$"""
        switch (args[0])
        {
        {{string.Concat(Programs.Select(program => program.Call))}}
            default: throw new ArgumentException(args[0]);
        }
        await Task.CompletedTask;
        """;
}
