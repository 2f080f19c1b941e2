using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Tilted cross-entropy: a soft maximum of the rows' losses in the place of their mean.</summary>
    /// <remarks>
    /// <para>r · log(1/B · Σ_i exp(ℓ_i / r)), with ℓ = −log softmax(z)_y over the B rows of the batch; the same number for each row.</para>
    /// <para>
    /// The worst weighting of the rows within a divergence: a row's share of the gradient is in proportion to exp(ℓ / r). For rows that must not be left
    /// behind, and on attacked rows. The wrong choice with wrong labels, and for r far below the spread of the losses, where one row decides.
    /// </para>
    /// <para>r = 1 is ours; large r is the mean. The normaliser is that of the batch; a running one, for small batches, is left out.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="temperature">The temperature r.</param>
    /// <returns>The loss, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Tilted Empirical Risk Minimization", 2021)]
    [Technique("001-024", Part = "the running normaliser, and the attack on the rows")]
    public static Scalar TiltedCrossEntropy(Logits z, Label y, [Range(0.01, 1000)] double temperature = 1)
    {
        Scalar loss = -LogSoftmax(z)[y];
        return temperature * (LogSumExp(OfOthers(loss / temperature)) - Log(BatchCount(loss)));
    }
}
