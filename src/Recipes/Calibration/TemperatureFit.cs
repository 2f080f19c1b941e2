namespace Recipes;

/// <summary>The mean negative log-likelihood of scores as a function of the inverse temperature β, in double precision.</summary>
/// <remarks>
/// NLL(β) = mean of log Σ_k exp(β·z_k) − β·z_y is convex in β, so its slope rises and has one root; the optimum over the
/// log-temperature is the same point.
/// </remarks>
internal sealed class TemperatureFit
{
    private readonly int _classes;
    private readonly double[] _scores;
    private readonly double[] _labelScores;

    /// <summary>Keeps the rows with a label seen in train, each shifted so that its greatest score is 0.</summary>
    /// <exception cref="NotFiniteNumberException">A row holds NaN or +∞, or gives its true class −∞.</exception>
    public TemperatureFit(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes)
    {
        _classes = classes;
        Rows = labels.Length - labels.Count(RowScore.UnseenLabel);
        _scores = new double[(long)Rows * classes];
        _labelScores = new double[Rows];
        int kept = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == RowScore.UnseenLabel) continue;
            ReadOnlySpan<float> row = scores.Slice(i * classes, classes);
            double top = row[RowScore.ArgMax(row)];
            if (!double.IsFinite(top) || !float.IsFinite(row[labels[i]]))
                throw new NotFiniteNumberException($"TemperatureScaling: row {i} of the calibration scores holds a value that is not finite.");
            for (int k = 0; k < classes; k++) _scores[kept * classes + k] = row[k] - top;
            _labelScores[kept++] = row[labels[i]] - top;
        }
    }

    /// <summary>Rows with a label seen in train.</summary>
    public int Rows { get; }

    /// <summary>The mean over rows at β: value, slope and curvature.</summary>
    public (double Value, double Slope, double Curvature) At(double beta)
    {
        double value = 0, slope = 0, curvature = 0;
        for (int i = 0; i < Rows; i++)
        {
            double sum = 0, first = 0, second = 0;
            foreach (double z in _scores.AsSpan(i * _classes, _classes))
            {
                double e = Math.Exp(beta * z);
                if (e == 0) continue; // 0 · −∞ is nothing here.
                sum += e;
                first += z * e;
                second += z * z * e;
            }

            double mean = first / sum;
            value += Math.Log(sum) - beta * _labelScores[i];
            slope += mean - _labelScores[i];
            curvature += second / sum - mean * mean;
        }

        return (value / Rows, slope / Rows, curvature / Rows);
    }

    /// <summary>The β in [<paramref name="low"/>, <paramref name="high"/>] with the least value: Newton's steps, kept inside a bracket of the slope's root.</summary>
    public double Minimize(double low, double high)
    {
        if (At(low).Slope >= 0) return low;
        if (At(high).Slope <= 0) return high;
        double beta = Math.Clamp(1, low, high);
        // Halving the bracket's logarithm alone would need some 60 rounds for full precision; Newton needs about six.
        for (int round = 0; round < 200; round++)
        {
            (_, double slope, double curvature) = At(beta);
            if (slope == 0) return beta;
            if (slope < 0) low = beta;
            else high = beta;
            double next = beta - slope / curvature;
            if (!(next > low && next < high)) next = Math.Sqrt(low * high);
            if (Math.Abs(next - beta) <= 1e-13 * beta) return next;
            beta = next;
        }

        return beta;
    }
}
