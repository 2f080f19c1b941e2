using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Partially Huberised cross-entropy: linear in the probability where the label looks unlikely.</summary>
    /// <remarks>
    /// <para>−log p_y where p_y &gt; 1/τ, else log τ + 1 − τ · p_y, with p = softmax(z).</para>
    /// <para>
    /// The tangent in the place of the steep end of the logarithm: rows that contradict the network stop pulling, which helps with wrong labels. The
    /// wrong choice where hard rows are the ones that matter, as with rare classes.
    /// </para>
    /// <para>τ = 10 is the paper's for CIFAR-100 and 2 for MNIST and CIFAR-10; large τ is cross-entropy.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="tau">The steepest slope τ by the probability.</param>
    /// <returns>The loss [batch], in [0, 1 + log τ].</returns>
    [Loss, Paper("Can gradient clipping mitigate label noise?", 2020)]
    public static Scalar PartiallyHuberisedCrossEntropy(Logits z, Label y, [Range(1, 10_000, ExclusiveMinimum = true)] double tau = 10)
    {
        Scalar logp = LogSoftmax(z)[y];
        return Where(Greater(logp, -Log(tau)), -logp, 1 + Log(tau) - tau * Exp(logp));
    }
}
