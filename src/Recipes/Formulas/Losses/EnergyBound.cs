using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Energy bound: rows of known classes should have an energy below a margin.</summary>
    /// <remarks>
    /// <para>max(0, −log Σ_j exp z_j − m)².</para>
    /// <para>
    /// Beside cross-entropy when the energy, −log Σ exp z, is to tell known from unknown rows; <c>[EnergyBoundOfOutliers]</c> is its counterpart for the
    /// unknown ones. The wrong choice beside terms that hold the offset of the logits.
    /// </para>
    /// <para>The label is not used. m = −23 and weight 0.1 are the paper's for CIFAR-10.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <param name="margin">The margin m.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Energy-based Out-of-distribution Detection", 2020)]
    public static Scalar EnergyBound(Logits z, Label y, [Range(-1000, 1000)] double margin = -23) => Square(Max(-LogSumExp(z) - margin, 0));
}
