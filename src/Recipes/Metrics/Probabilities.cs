namespace Recipes;

/// <summary>From scores to probabilities, the same way wherever it is done.</summary>
public static class Probabilities
{
    /// <summary>Replaces log-probabilities up to a constant, [rows, classes], by probabilities: a softmax of each row.</summary>
    /// <remarks>A row with NaN or +∞ becomes NaN throughout. Allocates nothing.</remarks>
    /// <exception cref="ArgumentException">The length is not a multiple of the number of classes.</exception>
    public static void FromScores(Span<float> scores, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (scores.Length % classes != 0) throw new ArgumentException($"{scores.Length} scores are no whole rows of {classes} classes.", nameof(scores));
        for (int start = 0; start < scores.Length; start += classes) Softmax(scores.Slice(start, classes));
    }

    private static void Softmax(Span<float> row)
    {
        float top = row[RowScore.ArgMax(row)];
        float sum = 0;
        for (int k = 0; k < row.Length; k++)
        {
            row[k] = MathF.Exp(row[k] - top);
            sum += row[k];
        }

        float scale = 1 / sum;
        for (int k = 0; k < row.Length; k++) row[k] *= scale;
    }
}
