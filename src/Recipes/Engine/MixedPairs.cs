namespace Recipes.Engine;

/// <summary>Who is mixed with whom, and how much, in a step's mixed view.</summary>
public static class MixedPairs
{
    /// <summary>Pairs the rows of a batch by a permutation, and draws each row's own share from Beta(α, α).</summary>
    /// <param name="key">The key of these draws.</param>
    /// <param name="step">The step, counted from 0.</param>
    /// <param name="batchSize">Rows of a full batch.</param>
    /// <param name="rows">Rows of this batch.</param>
    /// <param name="alpha">Both parameters of the Beta distribution; greater than 0.</param>
    /// <param name="labels">[rows].</param>
    /// <param name="partners">Set to the slot that each row is mixed with, [rows].</param>
    /// <param name="partnerLabels">Set to its label, [rows].</param>
    /// <param name="shares">Set to the share of the own row, [rows], in [0, 1].</param>
    public static void Draw(
        RandomKey key, long step, int batchSize, int rows, double alpha, NativeBuffer<int> labels,
        NativeBuffer<int> partners, NativeBuffer<int> partnerLabels, NativeBuffer<float> shares)
    {
        Span<int> order = partners.Span[..rows];
        for (int i = 0; i < rows; i++) order[i] = i;
        // Ordinals of the permutations lie above those of the shares.
        key.Shuffle(order, (1UL << 63) + (ulong)step);
        for (int i = 0; i < rows; i++)
        {
            partnerLabels[i] = labels[order[i]];
            shares[i] = (float)key.Beta(alpha, alpha, ((ulong)step * (ulong)batchSize) + (ulong)i);
        }
    }
}
