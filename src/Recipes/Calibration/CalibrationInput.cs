namespace Recipes;

/// <summary>The check that every fitted step makes of what it is given.</summary>
internal static class CalibrationInput
{
    /// <exception cref="ArgumentException">The values are not [labels, classes].</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor −1.</exception>
    public static void Check(int values, ReadOnlySpan<int> labels, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (values != (long)labels.Length * classes) throw new ArgumentException($"{values} values are not {labels.Length} rows of {classes} classes.");
        foreach (int label in labels)
        {
            if (label < RowScore.UnseenLabel || label >= classes)
                throw new ArgumentOutOfRangeException(nameof(labels), label, $"Labels are 0 to {classes - 1}, or −1 for a class never seen in train.");
        }
    }
}
