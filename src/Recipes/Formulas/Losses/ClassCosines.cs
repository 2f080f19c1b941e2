using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>The cosines between an example and a vector of each class.</summary>
    private static Row<Class> ClassCosines(Row<Feature> h, Matrix<Class, Feature> vectors) =>
        Product(vectors, Direction(h)) / Sqrt(RowSums(Square(vectors)) + 1e-12);
}
