using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>What a recipe cannot have yet is refused, not ignored.</summary>
internal sealed class BindingWithoutMeaningRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.BindingWithoutMeaning, "A term is bound only to what a recipe can have",
        "{0} of {1} is \"{2}\", and a recipe has {3}, so that there is nothing to choose; remove {0}",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.BindingWithoutMeaning + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    private static readonly (string Argument, string Has)[] s_bindings =
    [
        ("Head", "one output"), ("Stream", "one stream of rows"), ("Target", "one label"), ("Updates", "one group of parameters"),
    ];

    public void Check(RecipeContext context)
    {
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            foreach ((string argument, string has) in s_bindings)
                if (term.Text(argument) is { } value)
                    context.ReportArgument(Descriptor, term, argument, argument, RecipeContext.Show(term), value, has);
    }
}

/// <summary>A term on a view that nothing makes.</summary>
internal sealed class MixedViewMissingRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.MixedViewMissing, "A view is made before a term looks at it",
        "{0} looks at the mixed view, and nothing in the recipe mixes rows; add [RegMixup] or remove the View",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.MixedViewMissing + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Recipe.First(DeclarationKind.RegMixup) is not null) return;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (MixedView.Has(term))
                context.ReportArgument(Descriptor, term, "View", RecipeContext.Show(term));
    }
}

/// <summary>A second pass through the network for nothing.</summary>
internal sealed class MixedViewUnusedRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.MixedViewUnused, "A view that is made is looked at",
        "[RegMixup] adds mixed rows to every batch, and no term looks at them; add a term with View = View.Mixed or remove [RegMixup]",
        RuleText.Grammar, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.MixedViewUnused + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.HasUnresolved || context.Recipe.First(DeclarationKind.RegMixup) is not { } mixup) return;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (MixedView.Has(term))
                return;
        context.Report(Descriptor, mixup);
    }
}

internal static class MixedView
{
    /// <summary>Whether the term looks at mixed rows (<c>View.Mixed</c> is 1).</summary>
    public static bool Has(Declaration term) => term.Number("View", 0) == 1;
}
