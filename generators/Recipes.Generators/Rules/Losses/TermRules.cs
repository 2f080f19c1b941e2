using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;
using Recipes.Generators.Rules.Ramps;

namespace Recipes.Generators.Rules.Losses;

/// <summary>A term that adds nothing to the loss.</summary>
internal sealed class WeightlessTermRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.WeightlessTerm, "A term has a weight",
        "{0} has the weight 0 and no ramp that raises it, so that it is computed without effect; give it a weight or remove it",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.WeightlessTerm + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (term.Number("Weight", 1) == 0 && !RampTarget.Moves(context, term, "Weight"))
                context.ReportArgument(Descriptor, term, "Weight", RecipeContext.Show(term));
    }
}

/// <summary>The probability of the only class is 1, whatever the logit.</summary>
internal sealed class SingleClassRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.SingleClass, "A classifier has at least two classes",
        "[Dense(1)] is the last dense layer, and the softmax of one logit is always 1, so that no loss has a gradient; give it one output per class, 2 for yes and no",
        RuleText.Losses, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.SingleClass + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (LearnedTasks.Of(context.Recipe) == LearnedTask.Classification && context.Classes == 1 && context.Recipe.First(DeclarationKind.Term) is not null)
            context.ReportArgument(Descriptor, context.LastDense!, "units");
    }
}

/// <summary>The mean over a batch of one row is the row.</summary>
internal sealed class MeanOverOneRowRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.MeanOverOneRow, "A term over the batch has a batch",
        "{0} takes a mean over the batch, and BatchSize = 1 makes it the row itself; use a larger batch or remove the term",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.MeanOverOneRow + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Recipe.Run.BatchSize != 1) return;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (term.Formula is { } formula && (FormulaSyntax.Uses(formula, "BatchMean") || FormulaSyntax.Uses(formula, "MeanByLabel")))
                context.Report(Descriptor, term, RecipeContext.Show(term));
    }
}

/// <summary>A regulariser alone teaches no labels.</summary>
internal sealed class LabelUnusedRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.LabelUnused, "Some term looks at the label",
        "{0} never looks at {1} and no other term does, so that no {2} is learned; add a loss on {3}",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.LabelUnused + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        Declaration? first = null;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
        {
            if (term.Formula is not { } formula || LooksAtLabel(formula)) return;
            first ??= term;
        }
        if (first is null || context.HasUnresolved) return;
        (string truth, string what, string loss) = LearnedTasks.Of(context.Recipe) switch
        {
            LearnedTask.Regression => ("the targets", "number", "targets, for example [MeanSquaredError]"),
            LearnedTask.MultiLabel => ("the labels", "label", "the labels of a row"),
            _ => ("the label", "class", "labels, for example [CrossEntropy]"),
        };
        context.Report(Descriptor, first, RecipeContext.Show(first), truth, what, loss);
    }

    private static bool LooksAtLabel(FormulaDefinition formula)
    {
        foreach (FormulaParameter parameter in formula.Parameters)
            if (parameter.Role is FormulaRole.Label or FormulaRole.SoftTarget or FormulaRole.Teacher or FormulaRole.MultiLabel or FormulaRole.Target or FormulaRole.Targets && FormulaSyntax.Uses(formula, parameter.Name))
                return true;
        return false;
    }
}

/// <summary>Weights between terms need two terms.</summary>
internal sealed class OneTermWeightedRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.OneTermWeighted, "Weights between terms need two terms",
        "{0} balances terms, and the recipe has only {1}, whose gradient it merely rescales; add a term or remove {0}",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.OneTermWeighted + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.HasUnresolved || context.Recipe.First(DeclarationKind.TermWeighting) is not { } weighting) return;
        Declaration? only = null;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
        {
            if (only is not null) return;
            only = term;
        }
        if (only is not null) context.Report(Descriptor, weighting, RecipeContext.Show(weighting), RecipeContext.Show(only));
    }
}
