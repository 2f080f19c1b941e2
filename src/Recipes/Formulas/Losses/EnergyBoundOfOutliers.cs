using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Energy bound of outliers: rows of no known class should have an energy above a margin.</summary>
    /// <remarks>
    /// <para>max(0, m + log Σ_j exp z_j)².</para>
    /// <para>
    /// For a stream of rows that belong to no class, beside <c>[EnergyBound]</c> on those that do. The wrong choice on labelled rows, whose logits it
    /// makes small.
    /// </para>
    /// <para>The label is not used. m = −5 and weight 0.1 are the paper's for CIFAR-10.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <param name="margin">The margin m.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Energy-based Out-of-distribution Detection", 2020)]
    public static Scalar EnergyBoundOfOutliers(Logits z, Label y, [Range(-1000, 1000)] double margin = -5) => Square(Max(margin + LogSumExp(z), 0));
}
