using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Rules;

namespace Recipes.CodeFixes;

/// <summary>Puts the name that was probably meant in the place of a misspelt one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceNameFix)), Shared]
public sealed class ReplaceNameFix : RecipeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnknownKnob, RuleIds.UnknownFormula];

    private protected override string? Title(SyntaxNode root, Diagnostic diagnostic, int choice) =>
        diagnostic.Properties.TryGetValue(FixProperties.Replacement, out string? name) && Find(root, diagnostic) is not null ? "Write \"" + name + "\"" : null;

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics, int choice)
    {
        var names = new Dictionary<SyntaxNode, string>();
        foreach (Diagnostic diagnostic in diagnostics) names[Find(root, diagnostic)!] = diagnostic.Properties[FixProperties.Replacement]!;
        return root.ReplaceNodes(
            names.Keys, (literal, _) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(names[literal])).WithTriviaFrom(literal));
    }

    /// <summary>The literal; a constant that is named is left to its author.</summary>
    private static LiteralExpressionSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        AttributeRemoval.ArgumentAt(root, diagnostic.Location.SourceSpan)?.Expression as LiteralExpressionSyntax;
}
