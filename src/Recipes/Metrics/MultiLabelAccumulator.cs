namespace Recipes;

/// <summary>Sums up an evaluation of several labels row by row; allocates nothing after construction for as many rows as it was made for.</summary>
/// <remarks>Sums are taken in double precision in the order of the rows, so the same rows give the same bits. Not safe for concurrent use.</remarks>
public sealed class MultiLabelAccumulator
{
    private readonly long[] _truePositives;
    private readonly long[] _predicted;
    private readonly long[] _support;
    private readonly float[][] _scores;
    private readonly bool[][] _truths;
    private readonly float[] _sortedScores;
    private readonly bool[] _sortedTruths;
    private int _count;
    private long _exact;
    private double _logLoss;

    /// <param name="labels">Labels of each row.</param>
    /// <param name="rows">The most rows that will be added: the average precision needs all of them at once.</param>
    public MultiLabelAccumulator(int labels, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(labels, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        _truePositives = new long[labels];
        _predicted = new long[labels];
        _support = new long[labels];
        _scores = new float[labels][];
        _truths = new bool[labels][];
        for (int k = 0; k < labels; k++)
        {
            _scores[k] = new float[rows];
            _truths[k] = new bool[rows];
        }
        _sortedScores = new float[rows];
        _sortedTruths = new bool[rows];
    }

    private int Labels => _support.Length;

    /// <summary>Forgets all rows.</summary>
    public void Reset()
    {
        _truePositives.AsSpan().Clear();
        _predicted.AsSpan().Clear();
        _support.AsSpan().Clear();
        _count = 0;
        _exact = 0;
        _logLoss = 0;
    }

    /// <summary>Adds one row.</summary>
    /// <param name="scores">The logit of each label, [labels].</param>
    /// <param name="truth">1 for the labels that the row has, else 0, [labels].</param>
    /// <exception cref="ArgumentException">The row is not [labels] long.</exception>
    /// <exception cref="InvalidOperationException">There are more rows than the accumulator was made for.</exception>
    public void Add(ReadOnlySpan<float> scores, ReadOnlySpan<float> truth)
    {
        if (scores.Length != Labels || truth.Length != Labels)
            throw new ArgumentException($"A row has {scores.Length} scores and {truth.Length} labels; there are {Labels}.");
        if (_count == _sortedScores.Length) throw new InvalidOperationException($"The accumulator was made for {_count} rows.");
        bool exact = true;
        for (int k = 0; k < Labels; k++)
        {
            bool has = truth[k] != 0, predicted = scores[k] > 0;
            double z = scores[k];
            // log(1 + e^z) − y·z, without overflow.
            _logLoss += Math.Max(z, 0) - (has ? z : 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
            if (has) _support[k]++;
            if (predicted) _predicted[k]++;
            if (has && predicted) _truePositives[k]++;
            exact &= has == predicted;
            _scores[k][_count] = scores[k];
            _truths[k][_count] = has;
        }
        _count++;
        if (exact) _exact++;
    }

    /// <summary>The metrics of the rows so far; without rows every metric is NaN.</summary>
    public MultiLabelSummary Summary()
    {
        double count = _count, macro = 0, precision = 0;
        int scored = 0, ranked = 0;
        long right = 0, marked = 0;
        for (int k = 0; k < Labels; k++)
        {
            right += _truePositives[k];
            marked += _support[k] + _predicted[k];
            LabelMetrics label = OfLabel(k, "");
            if (!double.IsNaN(label.F1))
            {
                macro += label.F1;
                scored++;
            }
            if (!double.IsNaN(label.AveragePrecision))
            {
                precision += label.AveragePrecision;
                ranked++;
            }
        }
        return new MultiLabelSummary(_count, _logLoss / (count * Labels), macro / scored, 2.0 * right / marked, _exact / count, precision / ranked);
    }

    /// <summary>The metrics of one label.</summary>
    internal LabelMetrics OfLabel(int label, string name) => new(
        name, _support[label], _predicted[label], (double)_truePositives[label] / _predicted[label], (double)_truePositives[label] / _support[label],
        2.0 * _truePositives[label] / (_support[label] + _predicted[label]), AveragePrecision(label));

    /// <summary>Σ over distinct scores, from the greatest, of the recall won there times the precision down to there.</summary>
    private double AveragePrecision(int label)
    {
        if (_support[label] == 0) return double.NaN;
        _scores[label].AsSpan(0, _count).CopyTo(_sortedScores);
        _truths[label].AsSpan(0, _count).CopyTo(_sortedTruths);
        Array.Sort(_sortedScores, _sortedTruths, 0, _count);
        double sum = 0;
        long found = 0;
        for (int end = _count; end > 0;)
        {
            int start = end - 1;
            while (start > 0 && _sortedScores[start - 1] == _sortedScores[end - 1]) start--;
            long before = found;
            for (int i = start; i < end; i++)
                if (_sortedTruths[i]) found++;
            sum += (double)(found - before) * found / (_count - start);
            end = start;
        }
        return sum / _support[label];
    }
}
