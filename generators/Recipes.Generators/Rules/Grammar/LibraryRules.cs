using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>A generator does not see what another one makes in the same project.</summary>
internal sealed class FormulaOfSameProjectRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.FormulaOfSameProject, "A derived attribute serves other projects",
        "[{0}] is derived from a formula of this same project, where the recipe's generator cannot see it; make the formula a method of '{1}', or move it to a project that this one references",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.FormulaOfSameProject + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration declaration in context.Recipe.Declarations)
            if (!declaration.IsMethod && context.AttributeOf(declaration)?.AttributeClass is { } type
                && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly)
                && FormulaAttributes.Of(type) is not null && GeneratedCode.Is(type))
                context.Report(Descriptor, declaration, declaration.Attribute, context.Recipe.Name);
    }
}

/// <summary>An attribute whose formula this version cannot read would be passed over.</summary>
internal sealed class UnreadableFormulaRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.UnreadableFormula, "The formula of an attribute can be read",
        "The formula of [{0}] from '{1}' cannot be read: {2}; use a version of that library that was built with this version of Recipes",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.UnreadableFormula + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration declaration in context.Recipe.Of(DeclarationKind.Foreign))
        {
            if (context.AttributeOf(declaration)?.AttributeClass is not { } type || FormulaAttributes.Of(type) is not { } formula) continue;
            string? problem = null;
            ImmutableArray<TypedConstant> parts = formula.ConstructorArguments;
            if (parts.Length == 3 && parts[0].Value is int version && parts[1].Value is string kind && parts[2].Value is string text)
                FormulaReader.FromMetadata(version, kind, text, out problem);
            context.Report(Descriptor, declaration, declaration.Attribute, type.ContainingAssembly?.Name ?? "", problem ?? "its text is missing");
        }
    }
}

/// <summary>A component whose class has no place in a run would be passed over.</summary>
internal sealed class ComponentWithoutRoleRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.ComponentWithoutRole, "A component has a role",
        "[{0}] names the component '{1}', which implements none of ISampler, IPreparation, IStoppingRule, ICalibrator and IConformalPredictor, so that it has no place in the run; implement one",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.ComponentWithoutRole + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration declaration in context.Recipe.Of(DeclarationKind.Foreign))
        {
            if (context.AttributeOf(declaration)?.AttributeClass is not { } type) continue;
            foreach (AttributeData data in type.GetAttributes())
                if (RecipesNamespace.Has(data.AttributeClass, "ComponentAttribute") && data.AttributeClass!.TypeArguments.Length == 1)
                    context.Report(Descriptor, declaration, declaration.Attribute, data.AttributeClass.TypeArguments[0].Name);
        }
    }
}

internal static class FormulaAttributes
{
    /// <summary>The <c>[Formula]</c> on an attribute class, or null.</summary>
    public static AttributeData? Of(INamedTypeSymbol type)
    {
        foreach (AttributeData data in type.GetAttributes())
            if (RecipesNamespace.Has(data.AttributeClass, "FormulaAttribute"))
                return data;
        return null;
    }
}
