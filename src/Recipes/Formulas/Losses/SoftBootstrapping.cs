using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Soft bootstrapping: the target is partly what the network itself predicts.</summary>
    /// <remarks>
    /// <para>−Σ_j (β · q_j + (1 − β) · p_j) · log p_j, with p = softmax(z) and q the one-hot label.</para>
    /// <para>
    /// For wrong labels: a row that the network is sure of is pulled less towards its label. The same as cross-entropy with a little entropy
    /// minimisation, so it makes predictions surer, right or wrong: the wrong choice from the first step of a hard problem.
    /// </para>
    /// <para>β = 0.95 is the paper's. One β for all rows; weights from a mixture fitted to the rows' losses are left out.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="beta">The share β of the label in the target.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Training Deep Neural Networks on Noisy Labels with Bootstrapping", 2014)]
    [Technique("002-034", Part = "one share for all rows instead of one from a beta mixture of the losses; no mixup")]
    public static Scalar SoftBootstrapping(Logits z, Label y, [Range(0, 1)] double beta = 0.95)
    {
        Row<Class> logp = LogSoftmax(z);
        return -beta * logp[y] - (1 - beta) * Dot(Softmax(z), logp);
    }
}
