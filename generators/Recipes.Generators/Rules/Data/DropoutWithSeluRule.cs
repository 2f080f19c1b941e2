using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Data;

/// <summary>An activation that keeps mean and variance, and a layer that changes both.</summary>
internal sealed class DropoutWithSeluRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.DropoutWithSelu, "Dropout does not stand in a network of Selu",
        "[Dropout] sets values to 0, which shifts the mean and raises the variance that [Selu] is made to keep; remove it, or use another activation",
        RuleText.Data, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.DropoutWithSelu + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        bool keeps = false;
        foreach (Declaration layer in context.Recipe.Of(DeclarationKind.FormulaLayer))
            keeps |= layer is { Attribute: "Selu", IsMethod: false } && Kinds.IsActivation(layer);
        if (!keeps) return;
        foreach (Declaration dropout in context.Recipe.Of(DeclarationKind.Dropout)) context.Report(Descriptor, dropout);
    }
}
