namespace Recipes;

/// <summary>Fifteen right-closed bins of equal width over confidences in [0, 1]; confidence 1 is in the last.</summary>
/// <remarks>
/// Confidences are compared as floats, with edges at the floats nearest to b/15, so that a probability written 0.8 lies in
/// the bin that ends at 0.8 although neither is exact.
/// </remarks>
internal static class ConfidenceBins
{
    private const int Bins = Metrics.CalibrationBins;

    /// <summary>The bin of a confidence, 0 to 14.</summary>
    public static int IndexOf(float confidence)
    {
        int bin = Math.Clamp((int)(confidence * Bins), 0, Bins - 1);
        while (bin > 0 && confidence <= UpperEdge(bin - 1)) bin--;
        while (bin < Bins - 1 && confidence > UpperEdge(bin)) bin++;
        return bin;
    }

    /// <summary>The greatest confidence in a bin.</summary>
    public static float UpperEdge(int bin) => (float)((bin + 1.0) / Bins);
}
