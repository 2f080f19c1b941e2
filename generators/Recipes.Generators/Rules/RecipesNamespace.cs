using Microsoft.CodeAnalysis;

namespace Recipes.Generators.Rules;

/// <summary>Knows the library's own types by name.</summary>
internal static class RecipesNamespace
{
    /// <summary>Whether the type is the one of this name in the namespace <c>Recipes</c>.</summary>
    public static bool Has(INamedTypeSymbol? type, string name) =>
        type is not null && type.Name == name && type.ContainingNamespace is { Name: "Recipes", ContainingNamespace.IsGlobalNamespace: true };
}
