using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>A product of two matrices is one matrix.</summary>
internal sealed class LinearPairRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.LinearPair, "An activation stands between two dense layers",
        "[Dense({0})] feeds [Dense({1})] with no activation between, and two linear maps in a row are one; add an activation, for example [Relu], or remove a layer",
        RuleText.Grammar, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.LinearPair + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        double before = 0;
        ShapedLayer? dense = null;
        foreach (ShapedLayer layer in LayerShapes.Of(context.Recipe))
        {
            if (layer.Problem != ShapeProblem.None) return;
            Declaration declaration = layer.Declaration;
            if (declaration.Kind is not (DeclarationKind.Dense or DeclarationKind.Dropout)) dense = null;
            if (declaration.Kind != DeclarationKind.Dense) continue;
            double width = layer.Input.Floats, units = layer.Output.Floats;
            // A layer narrower than both its neighbours is a factorisation of rank its width, which one layer is not.
            if (dense is not null && !context.HasUnresolved && width >= Math.Min(before, units))
                context.Report(Descriptor, declaration, Names.Number(width), Names.Number(units));
            before = width;
            dense = layer;
        }
    }
}
