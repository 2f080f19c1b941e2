using Recipes.Engine;

namespace Recipes;

/// <summary>Divides rows into parts of given shares, class by class.</summary>
internal static class StratifiedDivision
{
    // 0.7 · 10 is 7.000000000000001 and 0.29 · 100 is 28.999999999999996: shares this near to a whole number are meant as one.
    private const double Tolerance = 1e-9;

    /// <summary>Divides the rows of each class by largest remainder. Each part is in ascending order.</summary>
    /// <remarks>
    /// Of n rows, part i gets ⌊n·fᵢ⌋ or one more: those with the largest remainders do. Equal remainders go to the part that
    /// has fallen furthest behind its share in the classes so far, then to the first.
    /// </remarks>
    /// <param name="labels">[rows].</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="fractions">The parts' shares, summing to 1.</param>
    /// <param name="random">Which of the possible divisions; each class is one ordinal.</param>
    public static int[][] Divide(ReadOnlySpan<int> labels, int classes, ReadOnlySpan<double> fractions, RandomKey random)
    {
        int[][] rowsOfClass = RowsOfClass(labels, classes);
        var parts = new List<int>[fractions.Length];
        for (int part = 0; part < parts.Length; part++) parts[part] = [];
        double[] behind = new double[parts.Length];
        int[] counts = new int[parts.Length];
        for (int c = 0; c < classes; c++)
        {
            int[] rows = rowsOfClass[c];
            random.Shuffle(rows, (ulong)c);
            Apportion(rows.Length, fractions, behind, counts);
            int next = 0;
            for (int part = 0; part < parts.Length; part++)
            {
                parts[part].AddRange(rows.AsSpan(next, counts[part]));
                next += counts[part];
            }
        }
        foreach (List<int> part in parts) part.Sort();
        return Array.ConvertAll(parts, part => part.ToArray());
    }

    /// <summary>Largest remainder for one class; <paramref name="behind"/> carries how far each part is behind its share.</summary>
    internal static void Apportion(int rows, ReadOnlySpan<double> fractions, Span<double> behind, Span<int> counts)
    {
        int left = rows;
        Span<double> remainders = stackalloc double[fractions.Length];
        for (int part = 0; part < fractions.Length; part++)
        {
            double share = rows * fractions[part];
            counts[part] = (int)Math.Floor(share + Tolerance);
            remainders[part] = share - counts[part];
            behind[part] += remainders[part];
            left -= counts[part];
        }
        for (; left > 0; left--)
        {
            int best = 0;
            for (int part = 1; part < fractions.Length; part++)
            {
                double more = remainders[part] - remainders[best];
                if (more > Tolerance || (more > -Tolerance && behind[part] > behind[best] + Tolerance)) best = part;
            }
            counts[best]++;
            remainders[best] -= 1;
            behind[best] -= 1;
        }
    }

    private static int[][] RowsOfClass(ReadOnlySpan<int> labels, int classes)
    {
        int[] counts = new int[classes];
        foreach (int label in labels) counts[label]++;
        int[][] rows = new int[classes][];
        for (int c = 0; c < classes; c++) rows[c] = new int[counts[c]];
        Array.Clear(counts);
        for (int row = 0; row < labels.Length; row++)
        {
            int label = labels[row];
            rows[label][counts[label]++] = row;
        }
        return rows;
    }
}
