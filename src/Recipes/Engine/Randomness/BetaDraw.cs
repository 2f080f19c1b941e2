namespace Recipes.Engine;

/// <summary>Draws from a beta distribution, as the mixing of examples uses them.</summary>
public static class BetaDraw
{
    /// <summary>A share in [0, 1] from Beta(<paramref name="alpha"/>, <paramref name="beta"/>): g₁/(g₁+g₂) of two gamma variables.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not a positive finite number.</exception>
    public static double Beta(this RandomKey key, double alpha, double beta, ulong ordinal)
    {
        // In logarithms: for small parameters both variables may be too small for a double.
        double first = LogGamma(key, alpha, ordinal, element: 0), second = LogGamma(key, beta, ordinal, element: 1u << 31);
        return 1 / (1 + Math.Exp(second - first));
    }

    // Marsaglia & Tsang, "A Simple Method for Generating Gamma Variables", 2000; shapes below 1 by G(a) = G(a + 1)·U^(1/a).
    // Each attempt takes three elements of the draw; more than a few are needed once in a blue moon.
    private static double LogGamma(RandomKey key, double shape, ulong ordinal, uint element)
    {
        if (!(shape > 0) || double.IsInfinity(shape)) throw new ArgumentOutOfRangeException(nameof(shape), shape, "A beta distribution's parameters are positive and finite.");
        double boost = 0;
        if (shape < 1)
        {
            boost = Math.Log(1 - key.Uniform(ordinal, element++)) / shape;
            shape++;
        }
        double d = shape - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = key.Normal(ordinal, element++), u = 1 - key.Uniform(ordinal, element++);
            double v = 1 + (c * x);
            if (v <= 0) continue;
            double logV = 3 * Math.Log(v);
            if (Math.Log(u) < (0.5 * x * x) + d - (d * Math.Exp(logV)) + (d * logV)) return Math.Log(d) + logV + boost;
        }
    }
}
