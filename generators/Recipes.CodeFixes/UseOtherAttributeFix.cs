using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Rules;

namespace Recipes.CodeFixes;

/// <summary>Puts another attribute, with the same arguments, in the place of the marked one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseOtherAttributeFix)), Shared]
public sealed class UseOtherAttributeFix : RecipeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.CoupledDecay];

    private protected override string? Title(SyntaxNode root, Diagnostic diagnostic, int choice) =>
        diagnostic.Properties.TryGetValue(FixProperties.Replacement, out string? name) && Find(root, diagnostic) is not null ? "Use [" + name + "]" : null;

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics, int choice)
    {
        var names = new Dictionary<SyntaxNode, string>();
        foreach (Diagnostic diagnostic in diagnostics) names[Find(root, diagnostic)!] = diagnostic.Properties[FixProperties.Replacement]!;
        return root.ReplaceNodes(names.Keys, (name, _) => SyntaxFactory.IdentifierName(names[name]).WithTriviaFrom(name));
    }

    /// <summary>The attribute's name without what qualifies it.</summary>
    private static SimpleNameSyntax? Find(SyntaxNode root, Diagnostic diagnostic) => AttributeRemoval.AttributeAt(root, diagnostic.Location.SourceSpan)?.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax aliased => aliased.Name,
        SimpleNameSyntax simple => simple,
        _ => null,
    };
}
