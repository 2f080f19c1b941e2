using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Recipes.CodeFixes;

/// <summary>Takes attributes, or arguments of attributes, out of a document, with the commas and brackets that they leave behind.</summary>
internal static class AttributeRemoval
{
    /// <summary>The attribute of a class at this place, or around it; null for a method and its attributes, which are more than a declaration.</summary>
    public static AttributeSyntax? AttributeAt(SyntaxNode root, TextSpan span) =>
        NodeAt(root, span)?.FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: TypeDeclarationSyntax } attribute ? attribute : null;

    /// <summary>The argument of an attribute at this place.</summary>
    public static AttributeArgumentSyntax? ArgumentAt(SyntaxNode root, TextSpan span) => NodeAt(root, span)?.FirstAncestorOrSelf<AttributeArgumentSyntax>();

    public static SyntaxNode Remove(SyntaxNode root, IReadOnlyCollection<SyntaxNode> nodes)
    {
        root = root.TrackNodes(nodes);
        foreach (SyntaxNode node in nodes)
            if (root.GetCurrentNode(node) is { } current)
                root = RemoveCurrent(root, current);
        return root;
    }

    /// <summary>Removes a node of this very root.</summary>
    public static SyntaxNode RemoveCurrent(SyntaxNode root, SyntaxNode node) => node.Parent switch
    {
        AttributeListSyntax { Attributes.Count: 1 } list => root.RemoveNode(list, OptionsFor(list))!,
        AttributeArgumentListSyntax { Arguments.Count: 1, Parent: AttributeSyntax attribute } list =>
            root.ReplaceNode(attribute, attribute.WithArgumentList(null).WithTrailingTrivia(list.GetTrailingTrivia())),
        _ => root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!,
    };

    private static SyntaxNode? NodeAt(SyntaxNode root, TextSpan span) =>
        span.End <= root.FullSpan.End ? root.FindNode(span, getInnermostNodeForTie: true) : null;

    /// <summary>What is written above the list belongs to the class: its documentation, directives. Indentation does not.</summary>
    private static SyntaxRemoveOptions OptionsFor(AttributeListSyntax list) =>
        list.GetLeadingTrivia().All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) ? SyntaxRemoveOptions.KeepNoTrivia : SyntaxRemoveOptions.KeepLeadingTrivia;
}
