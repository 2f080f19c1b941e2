using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>‖a_i − b_j‖² for all pairs of examples, from products: of equal rows it is 0 up to the rounding of their squared lengths.</summary>
    private static Row<Other> SquaredDistances(Row<Feature> a, Row<Feature> b) => Max(Sum(Square(a)) + OfOthers(Sum(Square(b))) - 2 * PairDot(a, b), 0);
}
