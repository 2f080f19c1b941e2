using Recipes.Training;

namespace Recipes;

/// <summary>What is known about each <see cref="Metric"/>.</summary>
public static class Metrics
{
    /// <summary>The number of bins of every calibration error.</summary>
    public const int CalibrationBins = 15;

    internal const int Count = (int)Metric.MeanAveragePrecision + 1;

    private static readonly Metric[] s_ofClasses = [Metric.NegativeLogLikelihood, Metric.Accuracy, Metric.Brier, Metric.ExpectedCalibrationError];
    private static readonly Metric[] s_ofNumbers = [Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.RSquared];
    private static readonly Metric[] s_ofDensities = [.. s_ofNumbers, Metric.NegativeLogLikelihood];
    private static readonly Metric[] s_ofLabels = [Metric.NegativeLogLikelihood, Metric.MacroF1, Metric.MicroF1, Metric.SubsetAccuracy, Metric.MeanAveragePrecision];

    /// <summary>Whether a greater value of the metric is better.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="metric"/> is not a metric.</exception>
    public static bool IsHigherBetter(Metric metric) => metric switch
    {
        Metric.Accuracy or Metric.RSquared or Metric.MacroF1 or Metric.MicroF1 or Metric.SubsetAccuracy or Metric.MeanAveragePrecision => true,
        Metric.NegativeLogLikelihood or Metric.Brier or Metric.ExpectedCalibrationError or Metric.RootMeanSquaredError or Metric.MeanAbsoluteError => false,
        _ => throw new ArgumentOutOfRangeException(nameof(metric)),
    };

    /// <summary>The metrics of an evaluation, in the order of their columns in <c>metrics.csv</c>; a regression with a likelihood has its negative logarithm too.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="task"/> is not a task.</exception>
    public static IReadOnlyList<Metric> Of(RecipeTask task) => task switch
    {
        RecipeTask.Classification => s_ofClasses,
        RecipeTask.Regression => s_ofNumbers,
        RecipeTask.MultiLabel => s_ofLabels,
        _ => throw new ArgumentOutOfRangeException(nameof(task)),
    };

    /// <summary>The metrics of a recipe's evaluations, in the order of their columns.</summary>
    internal static IReadOnlyList<Metric> Of(RecipeDefinition recipe) => recipe.HasLikelihood ? s_ofDensities : Of(recipe.Task);

    /// <summary>The metric's name in a sentence or above a chart.</summary>
    internal static string Words(Metric metric) => metric switch
    {
        Metric.NegativeLogLikelihood => "negative log-likelihood",
        Metric.Accuracy => "accuracy",
        Metric.Brier => "Brier score",
        Metric.ExpectedCalibrationError => "expected calibration error",
        Metric.RootMeanSquaredError => "root mean squared error",
        Metric.MeanAbsoluteError => "mean absolute error",
        Metric.RSquared => "R²",
        Metric.MacroF1 => "macro F1",
        Metric.MicroF1 => "micro F1",
        Metric.SubsetAccuracy => "subset accuracy",
        Metric.MeanAveragePrecision => "mean average precision",
        _ => throw new ArgumentOutOfRangeException(nameof(metric)),
    };

    /// <summary>The name of the metric's column in <c>metrics.csv</c>.</summary>
    internal static string Column(Metric metric) => metric switch
    {
        Metric.Brier => "validation_brier",
        Metric.RSquared => "validation_r_squared",
        _ => "validation_" + Words(metric).Replace(' ', '_').Replace('-', '_').ToLowerInvariant(),
    };
}
