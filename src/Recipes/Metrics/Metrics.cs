namespace Recipes;

/// <summary>What is known about each <see cref="Metric"/>.</summary>
public static class Metrics
{
    /// <summary>The number of bins of every calibration error.</summary>
    public const int CalibrationBins = 15;

    /// <summary>Whether a greater value of the metric is better.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="metric"/> is not a metric.</exception>
    public static bool IsHigherBetter(Metric metric) => metric switch
    {
        Metric.Accuracy => true,
        Metric.NegativeLogLikelihood or Metric.Brier or Metric.ExpectedCalibrationError => false,
        _ => throw new ArgumentOutOfRangeException(nameof(metric)),
    };
}
