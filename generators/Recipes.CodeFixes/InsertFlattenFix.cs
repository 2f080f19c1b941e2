using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Rules;

namespace Recipes.CodeFixes;

/// <summary>Puts <c>[Flatten]</c> before a layer that works on features.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertFlattenFix)), Shared]
public sealed class InsertFlattenFix : RecipeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.NeedsFeatures];

    private protected override string? Title(SyntaxNode root, Diagnostic diagnostic, int choice) =>
        AttributeRemoval.AttributeAt(root, diagnostic.Location.SourceSpan) is { } layer ? "Put [Flatten] before [" + layer.Name + "]" : null;

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics, int choice)
    {
        var layers = new List<AttributeSyntax>();
        foreach (Diagnostic diagnostic in diagnostics) layers.Add(AttributeRemoval.AttributeAt(root, diagnostic.Location.SourceSpan)!);
        root = root.TrackNodes(layers);
        foreach (AttributeSyntax layer in layers)
            root = root.InsertNodesBefore(root.GetCurrentNode(layer)!, [SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Flatten"))]);
        return root;
    }
}
