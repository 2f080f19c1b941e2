using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Rules;

namespace Recipes.CodeFixes;

/// <summary>Puts <c>[Input]</c> before the first layer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveInputFix)), Shared]
public sealed class MoveInputFix : RecipeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.InputNotFirst];

    private protected override string? Title(SyntaxNode root, Diagnostic diagnostic, int choice) =>
        Find(root, diagnostic) is (_, { } layer) ? "Put [Input] before [" + layer.Name + "]" : null;

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics, int choice)
    {
        var moves = new List<(AttributeSyntax Input, AttributeSyntax Layer)>();
        var tracked = new List<SyntaxNode>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            (AttributeSyntax? input, AttributeSyntax? layer) = Find(root, diagnostic);
            moves.Add((input!, layer!));
            tracked.AddRange([input!, layer!]);
        }
        root = root.TrackNodes(tracked);
        foreach ((AttributeSyntax input, AttributeSyntax layer) in moves)
        {
            root = AttributeRemoval.RemoveCurrent(root, root.GetCurrentNode(input)!);
            root = root.InsertNodesBefore(root.GetCurrentNode(layer)!, [input.WithoutTrivia()]);
        }
        return root;
    }

    /// <summary>The input and the layer that it belongs before, if both are in this document.</summary>
    private static (AttributeSyntax? Input, AttributeSyntax? Layer) Find(SyntaxNode root, Diagnostic diagnostic)
    {
        Location layer = diagnostic.AdditionalLocations[0];
        return layer.SourceTree?.FilePath == diagnostic.Location.SourceTree?.FilePath
            ? (AttributeRemoval.AttributeAt(root, diagnostic.Location.SourceSpan), AttributeRemoval.AttributeAt(root, layer.SourceSpan))
            : default;
    }
}
