namespace Recipes;

/// <summary>Sums up an evaluation row by row into an <see cref="EvaluationSummary"/>, without allocating after construction.</summary>
/// <remarks>Sums are taken in double precision in the order of the rows, so the same rows give the same bits. Not safe for concurrent use.</remarks>
public sealed class MetricAccumulator
{
    private readonly int _classes;
    private readonly double[] _binConfidence = new double[Metrics.CalibrationBins];
    private readonly long[] _binCorrect = new long[Metrics.CalibrationBins];
    private readonly long[] _binCount = new long[Metrics.CalibrationBins];
    private long _count;
    private long _correct;
    private long _unseen;
    private double _logLoss;
    private double _squaredDistance;
    private bool _notANumber;

    /// <param name="classes">Classes, the length of every row.</param>
    public MetricAccumulator(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        _classes = classes;
    }

    /// <summary>Forgets all rows.</summary>
    public void Reset()
    {
        _binConfidence.AsSpan().Clear();
        _binCorrect.AsSpan().Clear();
        _binCount.AsSpan().Clear();
        _count = _correct = _unseen = 0;
        _logLoss = _squaredDistance = 0;
        _notANumber = false;
    }

    /// <summary>Adds one row.</summary>
    /// <param name="scores">Logits or other log-probabilities up to a constant, [classes].</param>
    /// <param name="label">The true class, or −1 for one that was never seen in train.</param>
    /// <exception cref="ArgumentException">The row is not [classes] long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The label is neither a class nor −1.</exception>
    public void Add(ReadOnlySpan<float> scores, int label)
    {
        Check(scores.Length, label);
        Add(RowScore.OfScores(scores, label), label);
    }

    /// <summary>Adds one row of probabilities, [classes], taken as they are.</summary>
    /// <inheritdoc cref="Add(ReadOnlySpan{float}, int)"/>
    public void AddProbabilities(ReadOnlySpan<float> probabilities, int label)
    {
        Check(probabilities.Length, label);
        Add(RowScore.OfProbabilities(probabilities, label), label);
    }

    internal void Add(RowScore row, int label)
    {
        _count++;
        if (label == RowScore.UnseenLabel) _unseen++;
        _logLoss += row.NegativeLogProbability;
        _squaredDistance += row.SquaredDistance;
        if (double.IsNaN(row.Confidence))
        {
            // Neither right nor in any bin: the summary says NaN.
            _notANumber = true;
            return;
        }

        bool correct = row.Predicted == label;
        int bin = ConfidenceBins.IndexOf((float)row.Confidence);
        _binCount[bin]++;
        _binConfidence[bin] += row.Confidence;
        if (!correct) return;
        _correct++;
        _binCorrect[bin]++;
    }

    /// <summary>The metrics of the rows so far; without rows every metric is NaN.</summary>
    /// <remarks>A row with a NaN score counts as wrong and makes every other metric NaN.</remarks>
    public EvaluationSummary Summary()
    {
        double count = _count;
        double calibration = _count == 0 || _notANumber ? double.NaN : 0;
        for (int bin = 0; bin < _binCount.Length; bin++)
            calibration += Math.Abs(_binCorrect[bin] - _binConfidence[bin]) / count;
        return new EvaluationSummary(_count, _correct / count, _logLoss / (_count - _unseen), _squaredDistance / count, calibration, _unseen);
    }

    internal void Check(int length, int label)
    {
        if (length != _classes) throw new ArgumentException($"A row has {length} scores; there are {_classes} classes.");
        if (label < RowScore.UnseenLabel || label >= _classes)
            throw new ArgumentOutOfRangeException(nameof(label), label, $"Labels are 0 to {_classes - 1}, or −1 for a class never seen in train.");
    }
}
