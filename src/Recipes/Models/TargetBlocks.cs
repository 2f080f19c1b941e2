namespace Recipes;

/// <summary>From a regression's outputs to its predictions, the same way wherever it is done.</summary>
internal static class TargetBlocks
{
    /// <summary>Moves the first block of every row together and undoes the preparations, last first. Allocates nothing.</summary>
    /// <param name="outputs">What the network gives, [rows, outputs]; changed in place.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="width">Outputs of a row.</param>
    /// <param name="targets">Targets of a row, the width of a block.</param>
    /// <param name="preparations">What the targets went through.</param>
    /// <returns>[rows, targets], at the beginning of <paramref name="outputs"/>.</returns>
    public static Span<float> Predictions(Span<float> outputs, int rows, int width, int targets, ReadOnlySpan<ITargetPreparation> preparations)
    {
        if (width != targets)
            for (int row = 1; row < rows; row++) outputs.Slice(row * width, targets).CopyTo(outputs[(row * targets)..]);
        Span<float> predictions = outputs[..(rows * targets)];
        for (int p = preparations.Length - 1; p >= 0; p--) preparations[p].Undo(predictions, targets);
        return predictions;
    }
}
