namespace Recipes;

/// <summary>The few numbers of an evaluation of several labels that are watched while a run goes on.</summary>
/// <remarks>
/// A row is predicted to have a label whose probability is above one half. A label that no row has and none was predicted to
/// have is left out of <see cref="MacroF1"/>, and one that no row has out of <see cref="MeanAveragePrecision"/>: nothing was measured there.
/// </remarks>
/// <param name="Count">Rows.</param>
/// <param name="NegativeLogLikelihood">Mean over rows and labels of −log of the probability given to the truth, in nats: the binary cross-entropy.</param>
/// <param name="MacroF1">Mean over labels of 2·TP / (2·TP + FP + FN).</param>
/// <param name="MicroF1">2·TP / (2·TP + FP + FN) over all rows and labels together.</param>
/// <param name="SubsetAccuracy">Share of rows all of whose labels are right.</param>
/// <param name="MeanAveragePrecision">Mean over labels of Σ (Rₙ − Rₙ₋₁)·Pₙ over the thresholds n, as scikit-learn's <c>average_precision_score</c>.</param>
public readonly record struct MultiLabelSummary(
    long Count, double NegativeLogLikelihood, double MacroF1, double MicroF1, double SubsetAccuracy, double MeanAveragePrecision)
{
    internal MultiLabelSummary(in MetricValues values)
        : this(values.Count, values[Metric.NegativeLogLikelihood], values[Metric.MacroF1], values[Metric.MicroF1], values[Metric.SubsetAccuracy], values[Metric.MeanAveragePrecision]) { }
}
