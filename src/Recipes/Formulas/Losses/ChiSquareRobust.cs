using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>χ²-robust loss: the worst mean cross-entropy over all weightings of the rows within a divergence.</summary>
    /// <remarks>
    /// <para>
    /// √(2ρ + 1) · √(1/B · Σ_i max(0, ℓ_i − η)²) + η, with ℓ = −log softmax(z)_y over the B rows of the batch and a learned η; the same number for each row.
    /// </para>
    /// <para>
    /// For groups of rows that are not known and should not be left behind: every group with a share of at least 1/√(2ρ + 1) of the rows is covered. The
    /// wrong choice with wrong labels, which it weighs up.
    /// </para>
    /// <para>ρ = 1 is ours; 0 is the mean. η starts at 0 and learns at the network's rate.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="threshold">The learned loss η below which rows do not count.</param>
    /// <param name="radius">The divergence ρ.</param>
    /// <returns>The loss, one number for the batch.</returns>
    [Loss, Paper("Fairness Without Demographics in Repeated Loss Minimization", 2018)]
    public static Scalar ChiSquareRobust(Logits z, Label y, Learned threshold, [Range(0, 100)] double radius = 1)
    {
        Scalar above = Max(-LogSoftmax(z)[y] - threshold, 0);
        return Sqrt((2 * radius + 1) * BatchMean(Square(above))) + threshold;
    }
}
