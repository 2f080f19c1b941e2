using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Ranges;

/// <summary>A number outside the range that stands beside it in the library.</summary>
internal sealed class OutOfRangeRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.OutOfRange, "Numbers lie in their ranges",
        "{0} of {1} is {2}, outside of its range {3}; give it a value from there",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.OutOfRange + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration declaration in context.Recipe.Declarations)
        {
            if (declaration.Kind == DeclarationKind.Foreign) continue;
            foreach (Argument argument in declaration.Arguments)
            {
                if (argument is not { Number: { } value, EnumType: null } || !context.Writes(declaration, argument.Name)) continue;
                if (DeclaredRanges.Of(context, declaration, argument.Name) is { } range && !range.Contains(value))
                    context.ReportArgument(
                        Descriptor, declaration, argument.Name, Names.Pascal(argument.Name), RecipeContext.Show(declaration), Names.Number(value), range.ToString());
            }
        }
    }
}
