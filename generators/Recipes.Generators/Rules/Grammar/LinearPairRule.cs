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
        double width = context.Recipe.First(DeclarationKind.Input)?.Number("features", 0) ?? 0;
        double before = 0;
        Declaration? dense = null;
        foreach (Declaration declaration in context.Recipe.Declarations)
        {
            if (declaration.Kind is DeclarationKind.FormulaLayer or DeclarationKind.Apply or DeclarationKind.Unresolved) dense = null;
            if (declaration.Kind != DeclarationKind.Dense) continue;
            double units = declaration.Number("units", 0);
            // A layer narrower than both its neighbours is a factorisation of rank its width, which one layer is not.
            if (dense is not null && width >= Math.Min(before, units))
                context.Report(Descriptor, declaration, Names.Number(width), Names.Number(units));
            before = width;
            width = units;
            dense = declaration;
        }
    }
}
