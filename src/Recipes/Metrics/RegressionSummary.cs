namespace Recipes;

/// <summary>The few numbers of a regression's evaluation that are watched while a run goes on, in the units of the data.</summary>
/// <remarks>With several targets each number is the mean of the targets' own, as scikit-learn's <c>uniform_average</c>.</remarks>
/// <param name="Count">Rows.</param>
/// <param name="RootMeanSquaredError">Root of the mean squared difference between prediction and target.</param>
/// <param name="MeanAbsoluteError">Mean absolute difference between prediction and target.</param>
/// <param name="NegativeLogLikelihood">Mean over rows and targets of −log of the density that the model gives the target, in the units of the data, but for a constant that the loss lacks; NaN if no loss is a likelihood.</param>
/// <param name="RSquared">1 − Σ(y − ŷ)² / Σ(y − ȳ)²: 1 is perfect, 0 as good as the rows' own mean; NaN for a target that is constant.</param>
public readonly record struct RegressionSummary(long Count, double RootMeanSquaredError, double MeanAbsoluteError, double RSquared, double NegativeLogLikelihood = double.NaN)
{
    internal RegressionSummary(in MetricValues values)
        : this(values.Count, values[Metric.RootMeanSquaredError], values[Metric.MeanAbsoluteError], values[Metric.RSquared], values[Metric.NegativeLogLikelihood]) { }
}
