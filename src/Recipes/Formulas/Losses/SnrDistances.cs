using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Var(a_i − a_j) / Var(a_i) for all pairs of examples, variances over the features: noise over signal. It is not symmetric.</summary>
    private static Row<Other> SnrDistances(Row<Feature> a)
    {
        Row<Feature> centred = a - Mean(a);
        return SquaredDistances(centred, centred) / (Sum(Square(centred)) + 1e-12);
    }
}
