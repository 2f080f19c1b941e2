using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>[Apply] looks for a method of the recipe class.</summary>
internal sealed class UnknownFormulaRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.UnknownFormula, "[Apply] names an activation or layer of the recipe class",
        "[Apply] names \"{0}\", and '{1}' has no method of that name marked [Activation] or [Layer].{2}",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.UnknownFormula + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        var names = new HashSet<string>();
        foreach (Declaration formula in context.Recipe.Of(DeclarationKind.LocalFormula)) names.Add(formula.Attribute);
        foreach (Declaration apply in context.Recipe.Of(DeclarationKind.Apply))
        {
            string name = apply.Text("formula") ?? "";
            if (names.Contains(name)) continue;
            string? nearest = NearestName.Find(name, names);
            context.ReportWith(
                Descriptor, context.Locations.Of(apply.Index, "formula"), FixProperties.Replace(nearest), [], name, context.Recipe.Name,
                nearest is null ? "" : " Did you mean \"" + nearest + "\"?");
        }
    }
}

/// <summary>An activation that no layer uses.</summary>
internal sealed class UnusedFormulaRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.UnusedFormula, "An activation or layer of the recipe class is applied",
        "'{0}' is a formula of the network and stands nowhere in it; put [Apply(\"{0}\")] among the layers or remove the method",
        RuleText.Grammar, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.UnusedFormula + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        var applied = new HashSet<string?>();
        foreach (Declaration apply in context.Recipe.Of(DeclarationKind.Apply)) applied.Add(apply.Text("formula"));
        var names = new HashSet<string?>();
        foreach (Declaration formula in context.Recipe.Of(DeclarationKind.LocalFormula)) names.Add(formula.Attribute);
        // A misspelt [Apply] is reported itself, and is most often why nothing applies the formula.
        if (!applied.IsSubsetOf(names)) return;
        foreach (Declaration formula in context.Recipe.Of(DeclarationKind.LocalFormula))
            if (!applied.Contains(formula.Attribute))
                context.Report(Descriptor, formula, formula.Attribute);
    }
}

/// <summary>In reports and knob paths the name is all there is to see.</summary>
internal sealed class NamedLikeLibraryRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NamedLikeLibrary, "A formula of the recipe class has a name of its own",
        "'{0}' is named like the library's [{0}], for which reports and knob paths would be mistaken; rename it",
        RuleText.Grammar, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NamedLikeLibrary + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration declaration in context.Recipe.Declarations)
            if (declaration.IsMethod && context.Compilation.GetTypeByMetadataName("Recipes." + declaration.Attribute + "Attribute") is { } type
                && FormulaAttributes.Of(type) is not null)
                context.Report(Descriptor, declaration, declaration.Attribute);
    }
}

/// <summary>A method of the recipe class takes its knobs from its own defaults.</summary>
internal sealed class KnobWithoutValueRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.KnobWithoutValue, "A knob of a method of the recipe class has a default",
        "'{0}' of '{1}' has no value, and a formula in a recipe class takes its knobs from their defaults; write '{0} = …'",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.KnobWithoutValue + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration declaration in context.Recipe.Declarations)
        {
            if (!declaration.IsMethod || declaration.Formula is not { } formula) continue;
            foreach (Formulas.FormulaParameter parameter in formula.Parameters)
                if (parameter is { Role: Formulas.FormulaRole.Knob, Default: null } or { Role: Formulas.FormulaRole.Flag, DefaultFlag: null })
                    context.ReportAt(Descriptor, FormulaSyntax.Parameter(context, declaration, parameter.Name), parameter.Name, declaration.Attribute);
        }
    }
}
