namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>Student's t distribution.</summary>
internal static class StudentT
{
    /// <summary>The value that a share <paramref name="probability"/> of the distribution lies below.</summary>
    /// <param name="probability">In (0.5, 1).</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double Quantile(double probability, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        if (!(probability > 0.5 && probability < 1)) throw new ArgumentOutOfRangeException(nameof(probability));
        double low = 0, high = 1;
        while (Cumulative(high, freedom) < probability) high *= 2;
        // Each step halves the interval: 200 leave nothing of it in double precision.
        for (int i = 0; i < 200; i++)
        {
            double middle = (low + high) / 2;
            if (Cumulative(middle, freedom) < probability) low = middle; else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>
    /// The share below t ≥ 0, by the finite sums for whole degrees of freedom: Abramowitz and Stegun, Handbook of
    /// Mathematical Functions (1964), 26.7.3 and 26.7.4.
    /// </summary>
    private static double Cumulative(double t, int freedom)
    {
        double angle = Math.Atan(t / Math.Sqrt(freedom)), cosine = Math.Cos(angle), sine = Math.Sin(angle);
        bool odd = freedom % 2 == 1;
        double term = odd ? cosine : 1, sum = freedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k <= freedom - 2; k += 2)
        {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }
        double between = odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
        return 0.5 + between / 2;
    }
}
