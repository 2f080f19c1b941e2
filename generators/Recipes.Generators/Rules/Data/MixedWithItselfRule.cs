using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Data;

/// <summary>A partner is another row of the batch.</summary>
internal sealed class MixedWithItselfRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.MixedWithItself, "Rows are mixed with other rows",
        "[RegMixup] mixes each row with another of its batch, and BatchSize = 1 leaves only the row itself; use a larger batch or remove [RegMixup]",
        RuleText.Data, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.MixedWithItself + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Recipe.Run.BatchSize == 1 && context.Recipe.First(DeclarationKind.RegMixup) is { } mixup) context.Report(Descriptor, mixup);
    }
}
