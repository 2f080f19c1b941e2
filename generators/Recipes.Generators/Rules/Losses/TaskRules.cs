using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Losses;

/// <summary>Numbers or labels, not both.</summary>
internal sealed class SeveralTasksRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.SeveralTasks, "A recipe learns one thing",
        "[Targets] makes the recipe a regression and [MultiLabel] one of several labels, and its one output cannot be both; remove one",
        RuleText.Losses, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.SeveralTasks + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Recipe.First(DeclarationKind.Targets) is not { } targets || context.Recipe.First(DeclarationKind.MultiLabel) is not { } labels) return;
        (Declaration later, Declaration earlier) = targets.Index > labels.Index ? (targets, labels) : (labels, targets);
        context.ReportWith(Descriptor, context.Locations.Of(later.Index), ImmutableDictionary<string, string?>.Empty, [context.Locations.Of(earlier.Index)]);
    }
}

/// <summary>Each target has as many outputs as each loss takes.</summary>
internal sealed class RegressionWidthRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.RegressionWidth, "A regression's last layer has the outputs that its losses take",
        "[Dense({0})] has {0} outputs, and {1} takes {2} for each of [Targets({3})]; end the layers with [Dense({4})]",
        RuleText.Losses, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.RegressionWidth + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (LearnedTasks.Of(context.Recipe) != LearnedTask.Regression || context.Classes is not { } width) return;
        int targets = InputPlanner.Count(context.Recipe, DeclarationKind.Targets);
        if (targets < 1) return;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
        {
            if (term.Formula is null || TermNeeds.Blocks(term) is not (> 0 and var blocks) || (long)blocks * targets == width) continue;
            context.ReportArgument(Descriptor, context.LastDense!, "units", width, RecipeContext.Show(term), blocks, targets, (long)blocks * targets);
            return;
        }
    }
}

/// <summary>A formula over one number has no place for a second.</summary>
internal sealed class OneTargetRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.OneTarget, "A loss on one target stands in a recipe with one",
        "{0} is given the one target of a row ('{1}'), and the recipe has {2}; use a loss over Targets",
        RuleText.Losses, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.OneTarget + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        int targets = InputPlanner.Count(context.Recipe, DeclarationKind.Targets);
        if (targets < 2) return;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (term.Formula is not null && TermNeeds.OneTarget(term) is { } parameter)
                context.Report(Descriptor, term, RecipeContext.Show(term), parameter.Name, targets);
    }
}

/// <summary>Classes are sampled, weighted, mixed and calibrated; numbers are standardised.</summary>
internal sealed class OfOtherTaskRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.OfOtherTask, "What only classes have stands in a recipe of classes, and what only targets have in a regression",
        "{0} {1}, and the recipe {2}; remove {0}",
        RuleText.Losses, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.OfOtherTask + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        LearnedTask task = LearnedTasks.Of(context.Recipe);
        foreach (Declaration declaration in context.Recipe.Declarations)
            if (Does(declaration, task) is { } does)
                context.Report(Descriptor, declaration, RecipeContext.Show(declaration), does, task switch
                {
                    LearnedTask.Regression => "predicts numbers",
                    LearnedTask.MultiLabel => "tells which of several labels a row has",
                    _ => "tells classes apart",
                });
    }

    /// <summary>What a declaration does that has no meaning for the task; null if it has.</summary>
    public static string? Does(Declaration declaration, LearnedTask task) => declaration.Kind switch
    {
        DeclarationKind.TargetPreparation => task == LearnedTask.Regression ? null : "prepares the targets of a regression",
        _ when task == LearnedTask.Classification => null,
        DeclarationKind.Weighting => "weighs each row by its class",
        DeclarationKind.Sampler when declaration.Component?.Type == "global::Recipes.ClassBalancedSampler" => "draws classes equally often",
        DeclarationKind.RegMixup => "mixes the classes of two rows",
        DeclarationKind.Calibrator => "calibrates the probabilities of classes",
        DeclarationKind.ConformalPredictor => "makes sets of classes",
        DeclarationKind.LogitTransform when task == LearnedTask.Regression => "changes logits",
        _ => null,
    };
}
