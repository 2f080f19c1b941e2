namespace Recipes;

/// <summary>How many rows of each class were given to each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[] _counts;
    private readonly long[] _unseen;

    internal ConfusionMatrix(int classes)
    {
        Classes = classes;
        _counts = new long[classes * classes];
        _unseen = new long[classes];
    }

    /// <summary>Classes, the number of rows and columns.</summary>
    public int Classes { get; }

    /// <summary>Rows of class <paramref name="truth"/> that were predicted as <paramref name="predicted"/>.</summary>
    public long this[int truth, int predicted]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)truth, (uint)Classes);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)predicted, (uint)Classes);
            return _counts[truth * Classes + predicted];
        }
    }

    /// <summary>Rows with a label never seen in train that were predicted as <paramref name="predicted"/>.</summary>
    public long OfUnseen(int predicted) => _unseen[predicted];

    internal void Add(int truth, int predicted)
    {
        if (truth == RowScore.UnseenLabel) _unseen[predicted]++;
        else _counts[truth * Classes + predicted]++;
    }

    /// <summary>Rows of a class.</summary>
    internal long Support(int truth)
    {
        long support = 0;
        for (int k = 0; k < Classes; k++) support += _counts[truth * Classes + k];
        return support;
    }

    /// <summary>Rows that were predicted as a class, those with unseen labels included.</summary>
    internal long Predicted(int predicted)
    {
        long rows = _unseen[predicted];
        for (int k = 0; k < Classes; k++) rows += _counts[k * Classes + predicted];
        return rows;
    }
}
