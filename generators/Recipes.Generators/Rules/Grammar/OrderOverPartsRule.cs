using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>The order of a partial class's parts is the order in which the compiler was given its files.</summary>
internal sealed class OrderOverPartsRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.OrderOverParts, "What has an order stands in one part of the class",
        "{0} is declared in another part of '{1}' than {2}, and the order of {3} would depend on the order of files; declare all {3} in one part",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.OrderOverParts + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        var first = new Dictionary<string, (Declaration Declaration, TypeDeclarationSyntax? Part)>();
        var reported = new HashSet<string>();
        foreach (Declaration declaration in context.Recipe.Declarations)
        {
            if (Kinds.OrderedGroup(declaration.Kind) is not { } group || reported.Contains(group)) continue;
            TypeDeclarationSyntax? part = context.Locations.SyntaxOf(declaration.Index)?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            if (!first.TryGetValue(group, out var other))
            {
                first.Add(group, (declaration, part));
            }
            else if (part != other.Part)
            {
                reported.Add(group);
                context.Report(Descriptor, declaration, RecipeContext.Show(declaration), context.Recipe.Name, RecipeContext.Show(other.Declaration), group);
            }
        }
    }
}
