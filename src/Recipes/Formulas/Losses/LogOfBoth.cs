using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>log(eᵃ + eᵇ).</summary>
    private static Scalar LogOfBoth(Scalar a, Scalar b) => Max(a, b) + Softplus(-Abs(a - b));
}
