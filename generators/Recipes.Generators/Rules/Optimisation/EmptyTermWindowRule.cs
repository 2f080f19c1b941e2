using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Optimisation;

/// <summary>A term that ends before it begins.</summary>
internal sealed class EmptyTermWindowRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.EmptyTermWindow, "A term begins before it ends",
        "{0} acts from {1} of the run until {2}, so that it never does; make From less than Until",
        RuleText.Optimisation, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.EmptyTermWindow + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
        {
            double from = term.Number("From", 0), until = term.Number("Until", 1);
            if (from >= until)
                context.ReportArgument(
                    Descriptor, term, context.Writes(term, "From") ? "From" : "Until", RecipeContext.Show(term), Names.Number(from), Names.Number(until));
        }
    }
}
