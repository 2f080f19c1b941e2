using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>Offsets in the generated code are ints.</summary>
internal sealed class TooLargeRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.TooLarge, "A layer fits into one buffer",
        "With [Dense({0})] there are {1} {2}, and a buffer holds {3}; make the layer{4} smaller",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.TooLarge + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        long width = Whole(context.Recipe.First(DeclarationKind.Input), "features"), parameters = 0;
        long rows = Math.Max(1L, context.Recipe.Run.BatchSize) * (context.Recipe.First(DeclarationKind.RegMixup) is null ? 1 : 2);
        foreach (Declaration dense in context.Recipe.Of(DeclarationKind.Dense))
        {
            long units = Whole(dense, "units");
            if (width < 1 || units < 1) return;
            parameters += (width + 1) * units;
            if (parameters > int.MaxValue) Report(context, dense, units, parameters, "weights", "");
            else if (rows * units > int.MaxValue) Report(context, dense, units, rows * units, "outputs per step", " or the batch");
            else
            {
                width = units;
                continue;
            }
            return;
        }
    }

    private void Report(RecipeContext context, Declaration dense, long units, long numbers, string what, string or) => context.ReportArgument(
        Descriptor, dense, "units", units, Names.Grouped(numbers), what, Names.Grouped(int.MaxValue), or);

    private static long Whole(Declaration? declaration, string argument) => declaration?.Find(argument)?.Integer ?? 0;
}
