namespace Recipes;

/// <summary>What a share of so many rows says about the share of all rows.</summary>
internal static class Interval
{
    private const double Z = 1.959963984540054; // The normal distribution's 97.5% quantile.

    /// <summary>The 95% interval of a share. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference" (1927).</summary>
    public static (double Low, double High) Wilson(double share, long rows)
    {
        if (rows == 0 || double.IsNaN(share)) return (double.NaN, double.NaN);
        double square = Z * Z / rows;
        double centre = (share + square / 2) / (1 + square);
        double half = Z / (1 + square) * Math.Sqrt(share * (1 - share) / rows + square / (4 * rows));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
