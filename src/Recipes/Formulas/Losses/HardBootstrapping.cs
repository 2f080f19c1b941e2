using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Hard bootstrapping: the target is partly the class that the network itself predicts.</summary>
    /// <remarks>
    /// <para>−β · log p_y − (1 − β) · log max_j p_j, with p = softmax(z).</para>
    /// <para>
    /// For wrong labels: where the network is sure of another class, it is pulled there as well. The wrong choice from the first step of a hard
    /// problem, whose predictions are still wrong.
    /// </para>
    /// <para>β = 0.8 is the paper's. One β for all rows; weights from a mixture fitted to the rows' losses are left out.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="beta">The share β of the label in the target.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Training Deep Neural Networks on Noisy Labels with Bootstrapping", 2014)]
    [Technique("002-034", Part = "one share for all rows instead of one from a beta mixture of the losses; no mixup")]
    public static Scalar HardBootstrapping(Logits z, Label y, [Range(0, 1)] double beta = 0.8)
    {
        Row<Class> logp = LogSoftmax(z);
        return -beta * logp[y] - (1 - beta) * Max(logp);
    }
}
