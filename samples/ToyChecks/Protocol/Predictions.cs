namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>Probabilities of rows.</summary>
/// <param name="Probabilities">[rows, classes].</param>
/// <param name="Classes">The number of classes.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Predictions(float[] Probabilities, int Classes, Rows Rows)
{
    public int Count => Rows.Count;

    public ReadOnlySpan<float> this[int row] => Probabilities.AsSpan(row * Classes, Classes);

    public double Confidence(int row)
    {
        float best = 0;
        foreach (float p in this[row]) best = Math.Max(best, p);
        return best;
    }

    public bool IsRight(int row)
    {
        ReadOnlySpan<float> p = this[row];
        int best = 0;
        for (int c = 1; c < p.Length; c++) if (p[c] > p[best]) best = c;
        return best == Rows.Labels[row];
    }

    /// <summary>The probability of the true class.</summary>
    public double OfTruth(int row) => this[row][Rows.Labels[row]];
}
