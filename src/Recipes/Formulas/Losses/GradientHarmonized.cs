using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Gradient harmonising: rows count less the more rows of the batch have gradients as large as theirs.</summary>
    /// <remarks>
    /// <para>
    /// B / (n · k) · ℓ with ℓ = −log softmax(z)_y, g = 1 − softmax(z)_y, n the rows of the batch of B whose g is within ε of the row's own, and k the
    /// mean of B / n over the batch; the factor is held fixed.
    /// </para>
    /// <para>
    /// The many easy rows share their say, and so do the few that are very hard, probably outliers: between the focal loss, which favours the latter, and
    /// cross-entropy. The wrong choice in batches of few rows, where counts are noise.
    /// </para>
    /// <para>
    /// Counts are those of the batch, around each row, as in the paper's definition; its code counts in 30 fixed bins, thus ε = 1/30. The division by k,
    /// which makes the factors' mean 1, is ours.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="width">The distance ε within which gradients are alike.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Gradient Harmonized Single-stage Detector", 2019)]
    public static Scalar GradientHarmonized(Logits z, Label y, [Range(0, 1, ExclusiveMinimum = true)] double width = 1.0 / 30)
    {
        Scalar logp = LogSoftmax(z)[y];
        Scalar gradient = Stop(-Expm1(logp));
        Scalar rarity = 1 / Count(LessOrEqual(Abs(OfOthers(gradient) - gradient), width));
        return -rarity / BatchMean(rarity) * logp;
    }
}
