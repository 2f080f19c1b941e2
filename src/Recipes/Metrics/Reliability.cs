namespace Recipes;

/// <summary>Sorts rows into bins of like confidence.</summary>
internal static class Reliability
{
    private const int Bins = Metrics.CalibrationBins;

    /// <summary>Fifteen bins of equal width; empty ones are kept.</summary>
    public static ReliabilityBin[] EqualWidth(ReadOnlySpan<double> confidences, ReadOnlySpan<bool> correct)
    {
        var count = new long[Bins];
        var right = new long[Bins];
        var sum = new double[Bins];
        for (int i = 0; i < confidences.Length; i++)
        {
            int bin = ConfidenceBins.IndexOf((float)confidences[i]);
            count[bin]++;
            sum[bin] += confidences[i];
            if (correct[i]) right[bin]++;
        }

        var bins = new ReliabilityBin[Bins];
        for (int b = 0; b < Bins; b++)
            bins[b] = new ReliabilityBin((double)b / Bins, (b + 1.0) / Bins, count[b], sum[b] / count[b], (double)right[b] / count[b]);
        return bins;
    }

    /// <summary>At most fifteen bins of n/15 rows, in order of confidence. Rows of one confidence are never parted: a bin takes all of them, and later bins start after.</summary>
    public static ReliabilityBin[] EqualMass(ReadOnlySpan<double> confidences, ReadOnlySpan<bool> correct)
    {
        int rows = confidences.Length;
        var sorted = confidences.ToArray();
        var right = correct.ToArray();
        Array.Sort(sorted, right);

        var bins = new List<ReliabilityBin>(Bins);
        int start = 0;
        for (int b = 1; b <= Bins; b++)
        {
            int end = (int)((long)rows * b / Bins);
            if (end <= start) continue;
            // Ties are those of the float: rounding in a softmax must not part equal rows.
            while (end < rows && (float)sorted[end] == (float)sorted[end - 1]) end++;
            bins.Add(Bin(sorted.AsSpan(start..end), right.AsSpan(start..end)));
            start = end;
        }

        return [.. bins];
    }

    /// <summary>Σ over bins of the share of rows times the gap; NaN without rows.</summary>
    public static double ExpectedError(ReadOnlySpan<ReliabilityBin> bins)
    {
        double sum = 0, rows = 0;
        foreach (ReliabilityBin bin in bins)
        {
            sum += bin.Count * bin.Gap;
            rows += bin.Count;
        }

        return sum / rows;
    }

    /// <summary>The greatest gap of a bin; NaN without rows.</summary>
    public static double MaximumError(ReadOnlySpan<ReliabilityBin> bins)
    {
        double greatest = double.NaN;
        foreach (ReliabilityBin bin in bins)
        {
            if (bin.Count > 0 && !(bin.Gap <= greatest)) greatest = bin.Gap;
        }

        return greatest;
    }

    private static ReliabilityBin Bin(ReadOnlySpan<double> confidences, ReadOnlySpan<bool> correct)
    {
        double sum = 0;
        foreach (double confidence in confidences) sum += confidence;
        int right = correct.Count(true);
        return new ReliabilityBin(confidences[0], confidences[^1], confidences.Length, sum / confidences.Length, (double)right / confidences.Length);
    }
}
