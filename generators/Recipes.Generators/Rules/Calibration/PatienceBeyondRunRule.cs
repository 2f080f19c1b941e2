using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Calibration;

/// <summary>A stopping rule that cannot stop.</summary>
internal sealed class PatienceBeyondRunRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.PatienceBeyondRun, "Patience is shorter than the run",
        "PatienceEpochs = {0} cannot run out in a run of {1} epochs, so that {2} never stops it; use less patience or more epochs",
        RuleText.Calibration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.PatienceBeyondRun + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Recipe.First(DeclarationKind.Recipe) is not { } run || run.Find("Epochs")?.Number is not { } epochs) return;
        foreach (Declaration stopping in context.Recipe.Of(DeclarationKind.StoppingRule))
            if (stopping.Find("PatienceEpochs")?.Number is { } patience && patience >= epochs)
                context.ReportArgument(Descriptor, stopping, "PatienceEpochs", Names.Number(patience), Names.Number(epochs), RecipeContext.Show(stopping));
    }
}
