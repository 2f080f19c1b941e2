namespace Recipes.Samples.ToyChecks.Problems;

/// <summary>Rows with what is known of them.</summary>
/// <param name="Features">[rows, features].</param>
/// <param name="Labels">[rows], indices of classes; zeros in a regression.</param>
/// <param name="Groups">[rows], where rows have groups.</param>
/// <param name="Truth">[rows, classes], the true probabilities, where they are known; for measures alone.</param>
internal sealed record Rows(float[] Features, int[] Labels, int[]? Groups = null, float[]? Truth = null)
{
    public int Count => Labels.Length;

    /// <summary>[rows], where rows come from several places.</summary>
    public int[]? Domains { get; init; }

    /// <summary>[rows, targets], the numbers that a regression predicts.</summary>
    public float[]? Targets { get; init; }

    /// <summary>[rows, classes], what a teacher says of the rows.</summary>
    public float[]? Teacher { get; init; }

    /// <summary>[rows, classes], probabilities to learn in place of labels.</summary>
    public float[]? Soft { get; init; }

    /// <summary>[rows, labels], 1 for each label that a row has.</summary>
    public float[]? Several { get; init; }

    public int Width => Features.Length / Count;

    public ReadOnlySpan<float> Row(int row) => Features.AsSpan(row * Width, Width);

    /// <summary>Chosen rows in the given order.</summary>
    public Rows Take(IReadOnlyList<int> rows) => new(Chosen(Features, rows)!, Chosen(Labels, rows)!, Chosen(Groups, rows), Chosen(Truth, rows))
    {
        Domains = Chosen(Domains, rows), Targets = Chosen(Targets, rows), Teacher = Chosen(Teacher, rows), Soft = Chosen(Soft, rows), Several = Chosen(Several, rows),
    };

    /// <summary>The same rows with other labels.</summary>
    public Rows With(int[] labels) => this with { Labels = labels };

    private T[]? Chosen<T>(T[]? values, IReadOnlyList<int> rows)
    {
        if (values is null) return null;
        int width = values.Length / Count;
        var chosen = new T[rows.Count * width];
        for (int i = 0; i < rows.Count; i++) values.AsSpan(rows[i] * width, width).CopyTo(chosen.AsSpan(i * width));
        return chosen;
    }
}
