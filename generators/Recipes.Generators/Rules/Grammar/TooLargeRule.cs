using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>Offsets in the generated code are ints.</summary>
internal sealed class TooLargeRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.TooLarge, "A layer fits into one buffer",
        "With [{0}({1})] there are {2} {3}, and a buffer holds {4}; make the layer{5} smaller",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.TooLarge + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        long parameters = 0;
        foreach (ShapedLayer layer in LayerShapes.Of(context.Recipe))
        {
            if (layer.Problem != ShapeProblem.None) return;
            LayerSizes sizes = LayerSizes.Of(layer, context.Recipe);
            parameters += sizes.Weights;
            bool manyWeights = parameters > int.MaxValue;
            if (!manyWeights && sizes.Problem is null) continue;
            Declaration declaration = layer.Declaration;
            string argument = declaration.Kind == DeclarationKind.Dense ? "units" : declaration.Kind == DeclarationKind.Conv ? "channels" : "window";
            context.ReportArgument(
                Descriptor, declaration, argument, declaration.Attribute, Names.Number(declaration.Number(argument, 0)), Names.Grouped(manyWeights ? parameters : sizes.Outputs),
                manyWeights ? "weights" : "outputs per step", Names.Grouped(int.MaxValue), manyWeights ? "" : " or the batch");
            return;
        }
    }
}
