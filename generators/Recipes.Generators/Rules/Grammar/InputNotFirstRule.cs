using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>Layers are read from left to right, and rows enter before the first.</summary>
internal sealed class InputNotFirstRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.InputNotFirst, "[Input] stands before the layers",
        "[Input] stands after {0}, and layers are read from left to right; put it before them",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.InputNotFirst + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        Declaration? before = null;
        foreach (Declaration declaration in context.Recipe.Declarations)
        {
            if (declaration.Kind == DeclarationKind.Input)
            {
                if (before is not null)
                    context.ReportWith(
                        Descriptor, context.Locations.Of(declaration.Index), ImmutableDictionary<string, string?>.Empty, [context.Locations.Of(before.Index)],
                        RecipeContext.Show(before));
                return;
            }
            if (Kinds.IsLayer(declaration.Kind)) before ??= declaration;
        }
    }
}
