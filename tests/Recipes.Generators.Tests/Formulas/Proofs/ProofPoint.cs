using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Where a formula is tried: what the numbers that the network gives it are like.</summary>
internal enum ProofPoint
{
    /// <summary>Normally distributed, so that no kink is near.</summary>
    Moderate,
    /// <summary>All the same.</summary>
    Tied,
    Zero,
    /// <summary>Near to 0, of both signs.</summary>
    Tiny,
    /// <summary>Some so large that a probability is 1 in single precision, others that it is 0.</summary>
    Saturated,
    /// <summary>Up to 10⁴ in size, or to the ends of the domain that the formula declares.</summary>
    Huge,
    /// <summary>Up to 10⁴ in size, whatever the formula declares.</summary>
    Beyond,
}

/// <summary>Numbers for a point.</summary>
internal static class ProofPoints
{
    /// <summary>Without a declaration a formula is finite up to here.</summary>
    private const double Largest = 1e4;

    /// <summary>The points at which a formula is finite.</summary>
    public static IEnumerable<ProofPoint> Inside => Enum.GetValues<ProofPoint>().Except([ProofPoint.Beyond]);

    public static double Draw(this ProofPoint point, Random random, DomainAttribute? domain)
    {
        double x = point switch
        {
            ProofPoint.Moderate => 2 * RoleExample.Normal(random),
            ProofPoint.Tied => 0.5,
            ProofPoint.Zero => 0,
            ProofPoint.Tiny => 1e-9 * (random.NextDouble() - 0.5),
            ProofPoint.Saturated => random.Next(4) switch { 0 => 60, 1 => -60, _ => RoleExample.Normal(random) },
            _ => random.Next(4) switch { 0 => Largest, 1 => -Largest, 2 => RoleExample.Normal(random), _ => Largest * ((2 * random.NextDouble()) - 1) },
        };
        return (float)(domain is null || point == ProofPoint.Beyond ? x : Math.Clamp(x, domain.Minimum, domain.Maximum));
    }
}
