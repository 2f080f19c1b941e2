using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Rules;

namespace Recipes.CodeFixes;

/// <summary>Adds <c>partial</c> to a recipe class and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFix)), Shared]
public sealed class AddPartialFix : RecipeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.NotPartial, RuleIds.ContainerNotPartial];

    private protected override string? Title(SyntaxNode root, Diagnostic diagnostic, int choice) => Find(root, diagnostic) is null ? null : "Add 'partial'";

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics, int choice)
    {
        var types = new HashSet<SyntaxNode>();
        foreach (Diagnostic diagnostic in diagnostics)
            for (TypeDeclarationSyntax? type = Find(root, diagnostic); type is not null; type = type.Parent as TypeDeclarationSyntax)
                if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
                    types.Add(type);
        return root.ReplaceNodes(types, (_, type) => WithPartial((TypeDeclarationSyntax)type));
    }

    private static TypeDeclarationSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary><c>partial</c> must be the last modifier; without one it takes the place of what is written before the keyword.</summary>
    private static TypeDeclarationSyntax WithPartial(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0) return type.WithModifiers(type.Modifiers.Add(partial));
        SyntaxToken keyword = type.Keyword;
        return type.WithKeyword(keyword.WithLeadingTrivia()).WithModifiers([partial.WithLeadingTrivia(keyword.LeadingTrivia)]);
    }
}
