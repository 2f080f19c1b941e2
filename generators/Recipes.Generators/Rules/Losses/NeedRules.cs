using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Losses;

/// <summary>The signature says what a loss needs, and the recipe has to declare it.</summary>
internal sealed class MissingNeedRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.MissingNeed, "A loss finds what its signature asks for",
        "{0} is given {1} ('{2}'), and the recipe declares none; add {3}",
        RuleText.Losses, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.MissingNeed + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.HasUnresolved) return;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (term.Formula is not null && TermNeeds.Missing(term, context.Recipe) is { } parameter && TermNeeds.Of(parameter) is { } need)
                context.Report(Descriptor, term, RecipeContext.Show(term), need.Noun, parameter.Name, need.Example);
    }
}

/// <summary>A loss on numbers teaches no classes, and the other way round.</summary>
internal sealed class UnfitLossRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.UnfitLoss, "A loss fits what the recipe learns",
        "{0} is given {1} ('{2}'), and the recipe {3}; {4}",
        RuleText.Losses, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.UnfitLoss + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.HasUnresolved) return;
        LearnedTask task = LearnedTasks.Of(context.Recipe);
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (term.Formula is not null && TermNeeds.Unfit(term, task) is { } parameter)
                context.Report(Descriptor, term, RecipeContext.Show(term), Noun(parameter.Role), parameter.Name, Learns(task), Remedy(parameter));
    }

    private static string Noun(FormulaRole role) => role switch
    {
        FormulaRole.Outputs => "an output for each target",
        FormulaRole.Targets => "the targets",
        FormulaRole.Target => "the one target",
        FormulaRole.MultiLabel => "which labels a row has",
        FormulaRole.Label => "the true class",
        FormulaRole.SoftTarget => "a probability for each class",
        FormulaRole.Teacher => "a teacher's logits",
        FormulaRole.ClassPrior => "how often each class is drawn",
        FormulaRole.Transition => "how classes are confused",
        FormulaRole.ClassCounts => "the rows of each class",
        FormulaRole.Memory => "a value for each class",
        _ => "logits",
    };

    private static string Learns(LearnedTask task) => task switch
    {
        LearnedTask.Regression => "predicts numbers",
        LearnedTask.MultiLabel => "tells which of several labels a row has",
        _ => "tells classes apart",
    };

    private static string Remedy(FormulaParameter parameter) =>
        TermNeeds.Fits(parameter, LearnedTask.Regression) ? "declare [Targets(n)], or use another loss"
        : TermNeeds.Fits(parameter, LearnedTask.Classification) ? "use a loss on what it learns"
        : "declare [MultiLabel], or use another loss";
}

/// <summary>What is declared for losses and looked at by none.</summary>
internal sealed class UnusedNeedRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.UnusedNeed, "What is declared for losses is asked for",
        "{0} gives losses {1}, and none asks for it; add a loss that does or remove {0}",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.UnusedNeed + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.HasUnresolved) return;
        var asked = new HashSet<DeclarationKind>();
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
        {
            if (term.Formula is null) return;
            foreach (FormulaParameter parameter in term.Formula.Parameters)
                if (TermNeeds.Of(parameter) is { } need)
                    asked.Add(need.Kind);
        }

        foreach (Declaration declaration in context.Recipe.Declarations)
            if (Noun(declaration.Kind) is { } noun && !asked.Contains(declaration.Kind))
                context.Report(Descriptor, declaration, RecipeContext.Show(declaration), noun);
    }

    // Weights count in every term, whether or not a formula looks at them.
    private static string? Noun(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Groups => "the group of each row",
        DeclarationKind.Domains => "the domain of each row",
        DeclarationKind.TeacherLogits => "a teacher's logits",
        DeclarationKind.Augmentation => "a second view of each row",
        _ => null,
    };
}

/// <summary>Features are not trained.</summary>
internal sealed class EmbeddingOfFeaturesRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.EmbeddingOfFeatures, "An embedding is trained",
        "{0} looks at what the last dense layer reads ('{1}'), which are the features themselves, so that it changes no layer; add a layer before [Dense({2})]",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.EmbeddingOfFeatures + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.LastDense is not { } last || context.Classes is not { } width) return;
        foreach (Declaration layer in context.Recipe.Declarations)
            if (layer.Index < last.Index && Kinds.IsLayer(layer.Kind))
                return;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            foreach (FormulaParameter parameter in term.Formula?.Parameters ?? default)
                if (parameter.Role == FormulaRole.Embedding)
                    context.Report(Descriptor, term, RecipeContext.Show(term), parameter.Name, width);
    }
}
