namespace Recipes;

/// <summary>A number that an evaluation yields.</summary>
public enum Metric
{
    /// <summary>Mean negative logarithm of the probability given to the true class, in nats; lower is better.</summary>
    NegativeLogLikelihood,
    /// <summary>Share of rows whose most probable class is the true one; higher is better.</summary>
    Accuracy,
    /// <summary>Mean over rows of the squared distance to the one-hot label, summed over classes; lower is better.</summary>
    Brier,
    /// <summary>Expected calibration error of the top label with 15 right-closed bins of equal width; lower is better.</summary>
    ExpectedCalibrationError,
}
