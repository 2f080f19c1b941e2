namespace Recipes;

/// <summary>What a report keeps of one epoch.</summary>
/// <param name="Epoch">Its number, counted from 1.</param>
/// <param name="Loss">Σ loss over its rows / rows.</param>
/// <param name="TermMeans">The mean of each loss term over its rows, before the term's weight, in order of declaration.</param>
/// <param name="LearningRate">The scheduled learning rate of its last step.</param>
/// <param name="GradientNorm">The mean over its steps of the gradient's norm before clipping.</param>
/// <param name="Validation">The metrics on the validation rows after it; null when there are none.</param>
public sealed record EpochRecord(
    int Epoch, double Loss, IReadOnlyList<double> TermMeans, double LearningRate, double GradientNorm, MetricValues? Validation);
