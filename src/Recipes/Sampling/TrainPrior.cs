namespace Recipes;

/// <summary>The share of each class in the train rows: what a sampler draws that draws every row alike.</summary>
internal static class TrainPrior
{
    public static void Write(SamplingContext context, Span<double> prior)
    {
        ReadOnlySpan<int> counts = context.ClassCounts.Span;
        for (int c = 0; c < counts.Length; c++) prior[c] = (double)counts[c] / context.Rows;
    }
}
