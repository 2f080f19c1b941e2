using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;
using Recipes.Generators.Rules.Ramps;

namespace Recipes.Generators.Rules.Data;

/// <summary>A layer that does nothing.</summary>
internal sealed class DropoutWithoutEffectRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.DropoutWithoutEffect, "Dropout drops something",
        "[Dropout(0)] drops nothing and no ramp raises its rate; give it a rate or remove it",
        RuleText.Data, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.DropoutWithoutEffect + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration dropout in context.Recipe.Of(DeclarationKind.Dropout))
            if (dropout.Find("rate")?.Number == 0 && !RampTarget.Moves(context, dropout, "Rate"))
                context.Report(Descriptor, dropout);
    }
}
