using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Loss variance: the spread of cross-entropy over the batch, as a penalty.</summary>
    /// <remarks>
    /// <para>(ℓ − 1/B · Σ_i ℓ_i)², with ℓ = −log softmax(z)_y and the B rows of the batch: its mean is the variance.</para>
    /// <para>
    /// Beside cross-entropy, for rows that are served alike (sample variance penalisation): the bound on the true risk holds the spread as well as the mean. The
    /// wrong choice with wrong labels, whose losses should stay apart, and in batches of few rows.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The squared distance from the mean [batch], ≥ 0.</returns>
    [Loss, Paper("Empirical Bernstein Bounds and Sample Variance Penalization", 2009)]
    public static Scalar LossVariance(Logits z, Label y)
    {
        Scalar loss = -LogSoftmax(z)[y];
        return Square(loss - BatchMean(loss));
    }
}
