using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Sums of the row up to each place: Σ_{j≤k} x_j.</summary>
    private static Row<Class> Cumulative(Row<Class> x)
    {
        Row<Class> places = Indices(x);
        Row<Class> ones = 0 * places + 1;
        return Product(Where(LessOrEqual(Gram(ones, places), Gram(places, ones)), 1, 0), x);
    }
}
