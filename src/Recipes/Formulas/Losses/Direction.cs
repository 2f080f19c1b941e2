using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>The row divided by its length; a row of zeros stays zero, and its gradient finite.</summary>
    private static Row<Feature> Direction(Row<Feature> x) => x / Sqrt(Sum(Square(x)) + 1e-12);
}
