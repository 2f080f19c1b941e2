namespace Recipes;

/// <summary>Every metric of a regression over all rows of a split, in the units of the data.</summary>
public sealed class RegressionMetrics
{
    /// <summary>The same with what a likelihood says.</summary>
    internal RegressionMetrics With(double negativeLogLikelihood) => new(Summary with { NegativeLogLikelihood = negativeLogLikelihood }, [.. Targets]);

    private RegressionMetrics(RegressionSummary summary, TargetMetrics[] targets)
    {
        Summary = summary;
        Targets = targets;
    }

    /// <summary>The numbers that are also watched during training.</summary>
    public RegressionSummary Summary { get; }
    /// <summary>Rows.</summary>
    public long Count => Summary.Count;
    /// <inheritdoc cref="RegressionSummary.RootMeanSquaredError"/>
    public double RootMeanSquaredError => Summary.RootMeanSquaredError;
    /// <inheritdoc cref="RegressionSummary.MeanAbsoluteError"/>
    public double MeanAbsoluteError => Summary.MeanAbsoluteError;
    /// <inheritdoc cref="RegressionSummary.RSquared"/>
    public double RSquared => Summary.RSquared;
    /// <inheritdoc cref="RegressionSummary.NegativeLogLikelihood"/>
    public double NegativeLogLikelihood => Summary.NegativeLogLikelihood;
    /// <summary>The metrics of each target, in order.</summary>
    public IReadOnlyList<TargetMetrics> Targets { get; }

    /// <summary>From predictions and what they should have been.</summary>
    /// <param name="predictions">[rows, targets].</param>
    /// <param name="targets">[rows, targets], in the same units.</param>
    /// <param name="names">The targets' names.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="NotFiniteNumberException">A prediction is not finite.</exception>
    public static RegressionMetrics Of(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        int width = names.Count;
        if (predictions.Length != targets.Length || targets.Length % width != 0)
            throw new ArgumentException($"{predictions.Length} predictions and {targets.Length} targets are not as many rows of {width}.");
        var accumulator = new RegressionAccumulator(width);
        for (int start = 0; start < targets.Length; start += width)
        {
            ReadOnlySpan<float> row = predictions.Slice(start, width);
            for (int t = 0; t < width; t++)
                if (!float.IsFinite(row[t])) throw new NotFiniteNumberException($"The prediction of {names[t]} for row {start / width} is {row[t]}.");
            accumulator.Add(row, targets.Slice(start, width));
        }
        var ofTargets = new TargetMetrics[width];
        for (int t = 0; t < width; t++)
        {
            RegressionSummary target = accumulator.OfTarget(t);
            ofTargets[t] = new TargetMetrics(names[t], target.RootMeanSquaredError, target.MeanAbsoluteError, target.RSquared);
        }
        return new RegressionMetrics(accumulator.Summary(), ofTargets);
    }
}

/// <summary>How well one target is predicted, in its units.</summary>
/// <param name="Name">The target.</param>
/// <param name="RootMeanSquaredError">Root of the mean squared difference between prediction and target.</param>
/// <param name="MeanAbsoluteError">Mean absolute difference between prediction and target.</param>
/// <param name="RSquared">1 − Σ(y − ŷ)² / Σ(y − ȳ)²; NaN if the target is constant.</param>
public sealed record TargetMetrics(string Name, double RootMeanSquaredError, double MeanAbsoluteError, double RSquared);
