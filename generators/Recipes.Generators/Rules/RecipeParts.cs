using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Rules;

/// <summary>Questions about how a class is written.</summary>
internal static class RecipeParts
{
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                return true;
        return false;
    }

    /// <summary>The modifier in the first part that has it, or the class's name.</summary>
    public static Location Modifier(RecipeContext context, SyntaxKind kind)
    {
        foreach (TypeDeclarationSyntax part in context.Parts())
            foreach (SyntaxToken modifier in part.Modifiers)
                if (modifier.IsKind(kind))
                    return modifier.GetLocation();
        return context.Locations.Class;
    }
}
