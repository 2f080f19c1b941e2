namespace Recipes;

/// <summary>The few numbers of an evaluation that are watched while a run goes on.</summary>
/// <remarks>
/// Rows whose label was never seen in train count as wrong in <see cref="Accuracy"/>, as a true class of probability 0 in
/// <see cref="Brier"/>, and are left out of <see cref="NegativeLogLikelihood"/>, which they would make infinite.
/// </remarks>
/// <param name="Count">Rows.</param>
/// <param name="Accuracy">Share of rows whose most probable class is the true one.</param>
/// <param name="NegativeLogLikelihood">Mean of −log p of the true class, in nats; NaN when no row has a label seen in train.</param>
/// <param name="Brier">Mean squared distance to the one-hot label, summed over classes: 0 to 2.</param>
/// <param name="ExpectedCalibrationError">Of the top label, 15 right-closed bins of equal width.</param>
/// <param name="Unseen">Rows whose label was never seen in train.</param>
public readonly record struct EvaluationSummary(
    long Count, double Accuracy, double NegativeLogLikelihood, double Brier, double ExpectedCalibrationError, long Unseen = 0)
{
    internal EvaluationSummary(in MetricValues values)
        : this(values.Count, values[Metric.Accuracy], values[Metric.NegativeLogLikelihood], values[Metric.Brier], values[Metric.ExpectedCalibrationError], values.Unseen) { }

    internal MetricValues ToValues() => new(
        Count, Metrics.Of(Training.RecipeTask.Classification), [NegativeLogLikelihood, Accuracy, Brier, ExpectedCalibrationError], Unseen);

    /// <summary>The value of a metric.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="metric"/> is not a metric of classes.</exception>
    public double Of(Metric metric) => metric switch
    {
        Metric.NegativeLogLikelihood => NegativeLogLikelihood,
        Metric.Accuracy => Accuracy,
        Metric.Brier => Brier,
        Metric.ExpectedCalibrationError => ExpectedCalibrationError,
        _ => throw new ArgumentOutOfRangeException(nameof(metric)),
    };
}
