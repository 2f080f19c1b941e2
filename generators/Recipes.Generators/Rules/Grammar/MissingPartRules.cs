using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>The width of a row comes from the recipe, not from the data.</summary>
internal sealed class NoInputRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NoInput, "A recipe says how wide a row is",
        "Recipe '{0}' has no [Input]; begin its layers with [Input(features)]",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NoInput + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context) => Missing.Report(context, this, DeclarationKind.Input);
}

/// <summary>The last dense layer has one output per class.</summary>
internal sealed class NoDenseRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NoDense, "A recipe has a dense layer with one output per class",
        "Recipe '{0}' has no [Dense], so nothing is trained and nothing says how many classes there are; end its layers with [Dense(classes)]",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NoDense + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context) => Missing.Report(context, this, DeclarationKind.Dense);
}

/// <summary>Without a term there is nothing to minimise.</summary>
internal sealed class NoTermRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NoTerm, "A recipe has a loss",
        "Recipe '{0}' has no loss term, so there is nothing to minimise; add one, for example [CrossEntropy]",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NoTerm + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context) => Missing.Report(context, this, DeclarationKind.Term);
}

/// <summary>There is no default optimizer, because there is no default learning rate.</summary>
internal sealed class NoOptimizerRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NoOptimizer, "A recipe has an optimizer",
        "Recipe '{0}' has no optimizer, and no learning rate is good by default; add one, for example [AdamW(1e-3)]",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NoOptimizer + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context) => Missing.Report(context, this, DeclarationKind.Optimizer);
}

internal static class Missing
{
    public static void Report(RecipeContext context, IRecipeRule rule, DeclarationKind kind)
    {
        // A misspelt attribute may be the one that is missing; the compiler has said so.
        if (context.Recipe.First(kind) is null && !context.HasUnresolved)
            context.ReportAt(rule.Descriptor, context.Locations.Class, context.Recipe.Name);
    }
}
