namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>The mean of paired differences with its 95% confidence interval.</summary>
/// <param name="Mean">The mean difference.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
internal readonly record struct PairedInterval(double Mean, double Low, double High)
{
    /// <summary>Student's interval: mean ± t · s/√n with n − 1 degrees of freedom.</summary>
    /// <param name="differences">One per pair, at least two.</param>
    public static PairedInterval Of(IReadOnlyList<double> differences)
    {
        int count = differences.Count;
        if (count < 2) throw new ArgumentException("An interval takes two pairs or more.", nameof(differences));
        double mean = differences.Average();
        double variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / (count - 1);
        double half = StudentT.Quantile(0.975, count - 1) * Math.Sqrt(variance / count);
        return new(mean, mean - half, mean + half);
    }
}
