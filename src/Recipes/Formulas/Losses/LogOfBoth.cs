using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>log(eᵃ + eᵇ), smooth where both are the same, too.</summary>
    private static Scalar LogOfBoth(Scalar a, Scalar b)
    {
        Scalar greatest = Stop(Max(a, b));
        return greatest + Log(Exp(a - greatest) + Exp(b - greatest));
    }
}
