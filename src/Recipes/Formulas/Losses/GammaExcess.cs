using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>log Γ(x) − x · ψ(x) + x: what is left of the entropy of a Dirichlet when the parts that cancel are taken out. Grows like −½ · log x.</summary>
    /// <remarks>From 20 on by the difference of the two series of Stirling, where log Γ and x · ψ would leave no digits: both to 10⁻¹⁴.</remarks>
    private static Scalar GammaExcess(Scalar x)
    {
        Scalar small = Min(x, 20);
        Scalar inverse = 1 / Max(x, 20);
        Scalar square = inverse * inverse;
        Scalar series = inverse * (1.0 / 6 - square * (1.0 / 90 - square * (1.0 / 210 - square / 210)));
        return Where(Less(x, 20), LogGamma(small) - small * Digamma(small) + small, 0.5 + Log(2 * Pi) / 2 + Log(inverse) / 2 + series);
    }

    /// <inheritdoc cref="GammaExcess(Scalar)"/>
    private static Row<Class> GammaExcesses(Row<Class> x)
    {
        Row<Class> small = Min(x, 20);
        Row<Class> inverse = 1 / Max(x, 20);
        Row<Class> square = inverse * inverse;
        Row<Class> series = inverse * (1.0 / 6 - square * (1.0 / 90 - square * (1.0 / 210 - square / 210)));
        return Where(Less(x, 20), LogGamma(small) - small * Digamma(small) + small, 0.5 + Log(2 * Pi) / 2 + Log(inverse) / 2 + series);
    }
}
