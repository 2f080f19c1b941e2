namespace Recipes;

/// <summary>What was measured on the test rows, before and after calibration.</summary>
/// <param name="Before">Of the network's own scores.</param>
/// <param name="After">Of the calibrated scores, as <c>Predict</c> gives them; the same as <paramref name="Before"/> without calibrators.</param>
/// <param name="Conformal">Of the conformal sets; null if the recipe declares none.</param>
public sealed record TestMetrics(MetricSet Before, MetricSet After, ConformalSummary? Conformal = null)
{
    /// <summary>Test rows.</summary>
    public long Count => After.Count;
    /// <inheritdoc cref="MetricSet.Accuracy"/>
    public double Accuracy => After.Accuracy;
    /// <inheritdoc cref="MetricSet.NegativeLogLikelihood"/>
    public double NegativeLogLikelihood => After.NegativeLogLikelihood;
    /// <inheritdoc cref="MetricSet.ExpectedCalibrationError"/>
    public double ExpectedCalibrationError => After.ExpectedCalibrationError;
    /// <inheritdoc cref="MetricSet.Brier"/>
    public double Brier => After.Brier;
    /// <summary>Precision, recall and F1 of each class after calibration, in order.</summary>
    public IReadOnlyList<ClassMetrics> Classes => After.Classes;
}
