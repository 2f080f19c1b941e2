using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Sums of the row up to each place: Σ_{j≤k} x_j.</summary>
    private static Row<Class> Cumulative(Row<Class> x)
    {
        Row<Class> places = Indices(x);
        Row<Class> ones = 0 * places + 1;
        // 1 where the column is not behind the row, whatever number of examples Gram sums over.
        return Product(Clamp(Gram(places, ones) - Gram(ones, places) + 1, 0, 1), x);
    }
}
