namespace Recipes;

/// <summary>What every metric needs to know of one row, in double precision.</summary>
/// <param name="Predicted">The most probable class; of equals, the lowest.</param>
/// <param name="Confidence">Its probability.</param>
/// <param name="NegativeLogProbability">−log p of the true class; 0 when the label was never seen in train.</param>
/// <param name="SquaredDistance">Squared distance to the one-hot label, summed over classes.</param>
internal readonly record struct RowScore(int Predicted, double Confidence, double NegativeLogProbability, double SquaredDistance)
{
    /// <summary>The label of a row whose class was never seen in train.</summary>
    public const int UnseenLabel = -1;

    /// <summary>Of log-probabilities up to a constant, [classes]. A NaN or +∞ among them makes every number NaN.</summary>
    public static RowScore OfScores(ReadOnlySpan<float> scores, int label)
    {
        int predicted = ArgMax(scores);
        double top = scores[predicted];
        double sum = 0, otherSum = 0, otherSquares = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            double e = Math.Exp(scores[k] - top);
            sum += e;
            if (k == label) continue;
            otherSum += e;
            otherSquares += e * e;
        }

        if (double.IsNaN(sum)) return NotANumber(predicted);

        // (1 − p_y)² + Σ over the others of p², without the cancellation of 1 − 2p_y + Σp². An unseen label has p_y = 0.
        double miss = label == UnseenLabel ? 1 : otherSum / sum;
        double logLoss = label == UnseenLabel ? 0 : Math.Log(sum) - (scores[label] - top);
        return new RowScore(predicted, 1 / sum, logLoss, miss * miss + otherSquares / (sum * sum));
    }

    /// <summary>Of probabilities, [classes], taken as they are.</summary>
    public static RowScore OfProbabilities(ReadOnlySpan<float> probabilities, int label)
    {
        int predicted = ArgMax(probabilities);
        if (float.IsNaN(probabilities[predicted])) return NotANumber(predicted);
        double squares = 0;
        for (int k = 0; k < probabilities.Length; k++)
        {
            double distance = k == label ? 1.0 - probabilities[k] : probabilities[k];
            squares += distance * distance;
        }

        if (label == UnseenLabel) return new RowScore(predicted, probabilities[predicted], 0, squares + 1);
        return new RowScore(predicted, probabilities[predicted], -Math.Log(probabilities[label]), squares);
    }

    private static RowScore NotANumber(int predicted) => new(predicted, double.NaN, double.NaN, double.NaN);

    /// <summary>The index of the greatest value; of equals, the lowest; the first NaN if there is one.</summary>
    public static int ArgMax(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int k = 0; k < values.Length; k++)
        {
            if (float.IsNaN(values[k])) return k;
            if (values[k] > values[best]) best = k;
        }

        return best;
    }
}
