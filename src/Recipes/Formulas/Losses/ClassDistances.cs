using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>The squared distances between an example and a vector of each class.</summary>
    private static Row<Class> ClassDistances(Row<Feature> h, Matrix<Class, Feature> vectors) =>
        Max(Sum(Square(h)) + RowSums(Square(vectors)) - 2 * Product(vectors, h), 0);
}
