using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Calibration;

/// <summary>A metric that is never measured would end no run.</summary>
internal sealed class MetricOfOtherTaskRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.MetricOfOtherTask, "A watched metric is one of what the recipe learns",
        "Metric.{0} is not measured where a recipe {1}; watch {2}",
        RuleText.Calibration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.MetricOfOtherTask + ".md");

    // The runtime's Metric, in order; a test compares them.
    internal static readonly string[] Names =
    [
        "NegativeLogLikelihood", "Accuracy", "Brier", "ExpectedCalibrationError", "RootMeanSquaredError", "MeanAbsoluteError", "RSquared", "MacroF1", "MicroF1",
        "SubsetAccuracy", "MeanAveragePrecision",
    ];

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        LearnedTask task = LearnedTasks.Of(context.Recipe);
        bool hasLikelihood = task == LearnedTask.Regression && HasLikelihood(context.Recipe);
        foreach (Declaration stopping in context.Recipe.Of(DeclarationKind.StoppingRule))
            foreach (Argument argument in stopping.Arguments)
                if (argument is { EnumType: "global::Recipes.Metric", Number: { } number } && number >= 0 && number < Names.Length && !Measures(task, (int)number) && !(number == 0 && hasLikelihood))
                    context.ReportArgument(Descriptor, stopping, argument.Name, Names[(int)number], task switch
                    {
                        LearnedTask.Regression => "predicts numbers",
                        LearnedTask.MultiLabel => "tells which of several labels a row has",
                        _ => "tells classes apart",
                    }, task switch
                    {
                        LearnedTask.Regression => "Metric.RootMeanSquaredError",
                        LearnedTask.MultiLabel => "Metric.NegativeLogLikelihood",
                        _ => "Metric.NegativeLogLikelihood",
                    });
    }

    /// <summary>Whether a loss is one that can be computed for any row, and is a likelihood.</summary>
    private static bool HasLikelihood(RecipeModel recipe)
    {
        foreach (Declaration term in recipe.Of(DeclarationKind.Term))
            if (term is { IsLikelihood: true, Formula: { } formula } && TermNeeds.IsOfRowsAlone(formula))
                return true;
        return false;
    }

    internal static bool Measures(LearnedTask task, int metric) => task switch
    {
        LearnedTask.Regression => metric is >= 4 and <= 6,
        LearnedTask.MultiLabel => metric is 0 or >= 7,
        _ => metric is <= 3,
    };
}
