using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Rules;

namespace Recipes.CodeFixes;

/// <summary>Gives the second of two declarations of one name a name of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddNameFix)), Shared]
public sealed class AddNameFix : RecipeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.SameName];

    private protected override string? Title(SyntaxNode root, Diagnostic diagnostic, int choice) =>
        diagnostic.Properties.TryGetValue(FixProperties.Replacement, out string? name) && Find(root, diagnostic) is not null ? "Name it \"" + name + "\"" : null;

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics, int choice)
    {
        var names = new Dictionary<SyntaxNode, string>();
        foreach (Diagnostic diagnostic in diagnostics) names[Find(root, diagnostic)!] = diagnostic.Properties[FixProperties.Replacement]!;
        return root.ReplaceNodes(names.Keys, (attribute, _) => WithName((AttributeSyntax)attribute, names[attribute]));
    }

    private static AttributeSyntax WithName(AttributeSyntax attribute, string name)
    {
        ExpressionSyntax literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
        AttributeArgumentSyntax? old = attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Name");
        if (old is not null) return attribute.ReplaceNode(old.Expression, literal.WithTriviaFrom(old.Expression));

        SyntaxToken equals = SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
        AttributeArgumentSyntax added = SyntaxFactory.AttributeArgument(literal).WithNameEquals(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName("Name"), equals));
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? default;
        if (arguments.Count == 0) return attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList([added])).WithTrailingTrivia(attribute.GetTrailingTrivia());
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var list = SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(arguments.GetWithSeparators().Add(comma).Add(added));
        return attribute.WithArgumentList(attribute.ArgumentList!.WithArguments(list));
    }

    /// <summary>The attribute of the class, or the one that makes a method a term.</summary>
    private static AttributeSyntax? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute) return attribute;
        return node is MethodDeclarationSyntax method
            ? method.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(candidate => candidate.Name.ToString() is "LossTerm" or "LossTermAttribute")
            : null;
    }
}
