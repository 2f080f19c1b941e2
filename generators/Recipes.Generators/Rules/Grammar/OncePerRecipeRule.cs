using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>Two of a kind that a recipe has one of: one of them would be ignored.</summary>
internal sealed class OncePerRecipeRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.OncePerRecipe, "Some kinds stand once in a recipe",
        "{0} and {1} are both {2}, and a recipe has one; remove one of them",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.OncePerRecipe + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        var first = new Dictionary<DeclarationKind, Declaration>();
        foreach (Declaration declaration in context.Recipe.Declarations)
        {
            if (Kinds.OncePerRecipe(declaration.Kind) is not { } noun) continue;
            if (!first.TryGetValue(declaration.Kind, out Declaration? other))
                first.Add(declaration.Kind, declaration);
            else if (declaration.IsMethod || declaration.Attribute != other.Attribute) // one attribute twice is the compiler's to say
                context.ReportWith(
                    Descriptor, context.Locations.Of(declaration.Index), ImmutableDictionary<string, string?>.Empty, [context.Locations.Of(other.Index)],
                    RecipeContext.Show(other), RecipeContext.Show(declaration), noun);
        }
    }
}
