using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Recipes.Generators.Rules;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Rules;

/// <summary>Applies fixes as an editor does: one at the light bulb, or all of a document.</summary>
internal static class CodeFixRunner
{
    /// <summary>The source after the fix of its first diagnostic that <paramref name="fix"/> can fix.</summary>
    /// <param name="choice">Which of the offered ways.</param>
    public static async Task<string> FixOneAsync(CodeFixProvider fix, string source, int choice = 0)
    {
        Document document = DocumentOf(source);
        Diagnostic diagnostic = (await FixableAsync(fix, document))[0];
        CodeAction action = (await ActionsAsync(fix, document, diagnostic))[choice];
        return await ApplyAsync(action, document);
    }

    /// <summary>The source after "fix all in document".</summary>
    public static async Task<string> FixAllAsync(CodeFixProvider fix, string source, int choice = 0)
    {
        Document document = DocumentOf(source);
        ImmutableArray<Diagnostic> diagnostics = await FixableAsync(fix, document);
        CodeAction first = (await ActionsAsync(fix, document, diagnostics[0]))[choice];
        var context = new FixAllContext(
            document, fix, FixAllScope.Document, first.EquivalenceKey, fix.FixableDiagnosticIds, new Found(diagnostics), CancellationToken.None);
        CodeAction? all = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(all);
        return await ApplyAsync(all, document);
    }

    /// <summary>Titles of the ways in which the first diagnostic can be fixed.</summary>
    public static async Task<string[]> TitlesAsync(CodeFixProvider fix, string source)
    {
        Document document = DocumentOf(source);
        return [.. (await ActionsAsync(fix, document, (await FixableAsync(fix, document))[0])).Select(action => action.Title)];
    }

    private static Document DocumentOf(string source)
    {
        CSharpCompilation template = TestCompilation.Create(source);
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: template.Options, parseOptions: TestCompilation.ParseOptions, metadataReferences: TestCompilation.References));
        foreach (SyntaxTree tree in template.SyntaxTrees)
            project = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        return project.Documents.Single(document => document.Name == "Test0.cs");
    }

    private static async Task<ImmutableArray<Diagnostic>> FixableAsync(CodeFixProvider fix, Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        return [.. (await AnalyzerRunner.RunAsync(new RecipeAnalyzer(), compilation)).Where(d => fix.FixableDiagnosticIds.Contains(d.Id))];
    }

    private static async Task<List<CodeAction>> ActionsAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<string> ApplyAsync(CodeAction action, Document document)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        SourceText text = await changed.GetDocument(document.Id)!.GetTextAsync();
        return text.ToString().ReplaceLineEndings("\n");
    }

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
