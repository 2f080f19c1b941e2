namespace Recipes;

/// <summary>A number that an evaluation yields. Which of them there are depends on what the recipe learns.</summary>
public enum Metric
{
    /// <summary>Of class recipes: mean negative logarithm of the probability given to the true class, in nats. With several labels: of the probability given to the truth, mean over rows and labels. Of regressions with a likelihood: of the density, mean over targets. Lower is better.</summary>
    NegativeLogLikelihood,
    /// <summary>Of class recipes: share of rows whose most probable class is the true one; higher is better.</summary>
    Accuracy,
    /// <summary>Of class recipes: mean over rows of the squared distance to the one-hot label, summed over classes; lower is better.</summary>
    Brier,
    /// <summary>Of class recipes: expected calibration error of the top label with 15 right-closed bins of equal width; lower is better.</summary>
    ExpectedCalibrationError,
    /// <summary>Of regression: root of the mean squared error, mean over targets; lower is better.</summary>
    RootMeanSquaredError,
    /// <summary>Of regression: mean absolute error, mean over targets; lower is better.</summary>
    MeanAbsoluteError,
    /// <summary>Of regression: 1 − squared error / squared distance to the mean, mean over targets; higher is better.</summary>
    RSquared,
    /// <summary>Of recipes with several labels: mean over labels of each label's F1; higher is better.</summary>
    MacroF1,
    /// <summary>Of recipes with several labels: F1 over all rows and labels together; higher is better.</summary>
    MicroF1,
    /// <summary>Of recipes with several labels: share of rows all of whose labels are right; higher is better.</summary>
    SubsetAccuracy,
    /// <summary>Of recipes with several labels: mean over labels of the average precision; higher is better.</summary>
    MeanAveragePrecision,
}
