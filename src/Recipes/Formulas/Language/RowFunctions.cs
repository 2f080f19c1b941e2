namespace Recipes.Formulas;

/// <summary>The functions of one row in double precision.</summary>
internal static class RowFunctions
{
    internal static double Sum(ReadOnlySpan<double> row)
    {
        var sum = 0.0;
        foreach (var x in row)
            sum += x;
        return sum;
    }

    internal static double Max(ReadOnlySpan<double> row)
    {
        var max = double.NegativeInfinity;
        foreach (var x in row)
            max = System.Math.Max(max, x);
        return max;
    }

    internal static double Min(ReadOnlySpan<double> row)
    {
        var min = double.PositiveInfinity;
        foreach (var x in row)
            min = System.Math.Min(min, x);
        return min;
    }

    internal static int ArgMax(ReadOnlySpan<double> row)
    {
        var best = 0;
        for (var i = 1; i < row.Length; i++)
            if (row[i] > row[best])
                best = i;
        return best;
    }

    /// <summary>The place of each number from the greatest; equal ones in their order.</summary>
    internal static void Rank(ReadOnlySpan<double> row, Span<double> result)
    {
        var places = Places(row);
        for (var rank = 0; rank < places.Length; rank++)
            result[places[rank]] = rank;
    }

    internal static void Sort(ReadOnlySpan<double> row, Span<double> result)
    {
        var places = Places(row);
        for (var rank = 0; rank < places.Length; rank++)
            result[rank] = row[places[rank]];
    }

    internal static double LogSumExp(ReadOnlySpan<double> row)
    {
        var max = Max(row);
        return double.IsInfinity(max) ? max : max + LogSumOfShifted(row, max);
    }

    /// <summary>The maximum is taken off first, so that neither a large nor a common offset costs digits.</summary>
    internal static void LogSoftmax(ReadOnlySpan<double> row, Span<double> result)
    {
        var max = Max(row);
        var logSum = LogSumOfShifted(row, max);
        for (var i = 0; i < row.Length; i++)
            result[i] = row[i] - max - logSum;
    }

    internal static void Softmax(ReadOnlySpan<double> row, Span<double> result)
    {
        var (max, sum) = (Max(row), 0.0);
        for (var i = 0; i < row.Length; i++)
            sum += result[i] = System.Math.Exp(row[i] - max);
        foreach (ref var x in result)
            x /= sum;
    }

    private static double LogSumOfShifted(ReadOnlySpan<double> row, double max)
    {
        var sum = 0.0;
        foreach (var x in row)
            sum += System.Math.Exp(x - max);
        return System.Math.Log(sum);
    }

    private static int[] Places(ReadOnlySpan<double> row)
    {
        var numbers = row.ToArray();
        return [.. Enumerable.Range(0, numbers.Length).OrderByDescending(i => numbers[i])];
    }
}
