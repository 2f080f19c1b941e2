using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;
using Recipes.Generators.Rules.Losses;

namespace Recipes.Generators.Rules.Data;

/// <summary>Sampling and weighting for one cause multiply.</summary>
internal sealed class CorrectedTwiceRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.CorrectedTwice, "Class imbalance is corrected once",
        "{0} draws rare classes more often and {1} weighs their rows more, so that an imbalance of 9:1 is corrected as if it were 81:1; remove one",
        RuleText.Data, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.CorrectedTwice + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (ClassFrequency.BalancedSampler(context) is not { } sampler) return;
        if (context.Recipe.First(DeclarationKind.Weighting) is not { } weighting) return;
        (Declaration later, Declaration earlier) = sampler.Index > weighting.Index ? (sampler, weighting) : (weighting, sampler);
        context.ReportWith(
            Descriptor, context.Locations.Of(later.Index), ImmutableDictionary<string, string?>.Empty, [context.Locations.Of(earlier.Index)],
            RecipeContext.Show(sampler), RecipeContext.Show(weighting));
    }
}
