using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>‖a_i − a_j‖ for all pairs of examples, with a finite gradient where rows are equal.</summary>
    private static Row<Other> Distances(Row<Feature> a) => Sqrt(SquaredDistances(a, a) + 1e-12);
}
