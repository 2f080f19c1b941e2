namespace Recipes;

/// <summary>Sums up a regression's evaluation row by row, without allocating after construction.</summary>
/// <remarks>Sums are taken in double precision in the order of the rows, so the same rows give the same bits. Not safe for concurrent use.</remarks>
public sealed class RegressionAccumulator
{
    private readonly double[] _squared;
    private readonly double[] _absolute;
    private readonly double[] _mean;
    private readonly double[] _spread;
    private long _count;

    /// <param name="targets">Targets of each row.</param>
    public RegressionAccumulator(int targets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(targets, 1);
        _squared = new double[targets];
        _absolute = new double[targets];
        _mean = new double[targets];
        _spread = new double[targets];
    }

    /// <summary>Forgets all rows.</summary>
    public void Reset()
    {
        _squared.AsSpan().Clear();
        _absolute.AsSpan().Clear();
        _mean.AsSpan().Clear();
        _spread.AsSpan().Clear();
        _count = 0;
    }

    /// <summary>Adds one row.</summary>
    /// <param name="predictions">[targets].</param>
    /// <param name="targets">[targets], in the same units.</param>
    /// <exception cref="ArgumentException">The row is not [targets] long.</exception>
    public void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets)
    {
        if (predictions.Length != _squared.Length || targets.Length != _squared.Length)
            throw new ArgumentException($"A row has {predictions.Length} predictions and {targets.Length} targets; there are {_squared.Length}.");
        _count++;
        for (int t = 0; t < _squared.Length; t++)
        {
            double error = (double)predictions[t] - targets[t];
            _squared[t] += error * error;
            _absolute[t] += Math.Abs(error);
            // Welford's update: the squares of deviations without the cancellation of Σy² − n·ȳ².
            double deviation = targets[t] - _mean[t];
            _mean[t] += deviation / _count;
            _spread[t] += deviation * (targets[t] - _mean[t]);
        }
    }

    /// <summary>The metrics of the rows so far; without rows every metric is NaN.</summary>
    public RegressionSummary Summary()
    {
        double squared = 0, absolute = 0, explained = 0;
        for (int t = 0; t < _squared.Length; t++)
        {
            RegressionSummary target = OfTarget(t);
            squared += target.RootMeanSquaredError;
            absolute += target.MeanAbsoluteError;
            explained += target.RSquared;
        }
        return new RegressionSummary(_count, squared / _squared.Length, absolute / _squared.Length, explained / _squared.Length);
    }

    /// <summary>The metrics of one target.</summary>
    internal RegressionSummary OfTarget(int target)
    {
        double explained = _spread[target] > 0 ? 1 - (_squared[target] / _spread[target]) : double.NaN;
        return new RegressionSummary(_count, Math.Sqrt(_squared[target] / _count), _absolute[target] / _count, explained);
    }
}
