using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Calibration;

/// <summary>A search between bounds that leave nothing between them.</summary>
internal sealed class EmptyIntervalRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.EmptyInterval, "A least value is less than the greatest",
        "Minimum = {1} and Maximum = {2} of {0} leave nothing between them; make Minimum less than Maximum",
        RuleText.Calibration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.EmptyInterval + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration calibrator in context.Recipe.Of(DeclarationKind.Calibrator))
            if (calibrator.Find("Minimum")?.Number is { } minimum && calibrator.Find("Maximum")?.Number is { } maximum && minimum >= maximum)
                context.ReportArgument(Descriptor, calibrator, "Minimum", RecipeContext.Show(calibrator), Names.Number(minimum), Names.Number(maximum));
    }
}
